using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests.Model;

public sealed class ParsingAName
{
    [Theory]
    [InlineData("Order", "Order order order order | order")]
    [InlineData("orderLine", "OrderLine orderLine order_line order-line | order line")]
    [InlineData("order_line", "OrderLine orderLine order_line order-line | order line")]
    [InlineData("order-line", "OrderLine orderLine order_line order-line | order line")]
    [InlineData("HTTPServer", "HttpServer httpServer http_server http-server | http server")]
    [InlineData("MyHTTP", "MyHttp myHttp my_http my-http | my http")]
    [InlineData("ORDER_LINE", "OrderLine orderLine order_line order-line | order line")]
    [InlineData("Order2Line", "Order2Line order2Line order2_line order2-line | order2 line")]
    [InlineData("order_2_line", "Order2Line order2Line order2_line order2-line | order2 line")]
    [InlineData("line1st", "Line1st line1st line1st line1st | line1st")]
    [InlineData("IPv6Address", "IPv6Address iPv6Address i_pv6_address i-pv6-address | i pv6 address")]
    [InlineData("x_axis", "XAxis xAxis x_axis x-axis | x axis")]
    [InlineData("p_o_box", "PoBox poBox po_box po-box | po box")]
    [InlineData("a", "A a a a | a")]
    public void GivesEverySpelling(string text, string spellings)
    {
        var name = Name.Parse(text);

        Assert.Equal(spellings, $"{name.Pascal} {name.Camel} {name.Snake} {name.Kebab} | {name.Words}");
    }

    [Fact]
    public void GivesTheSameNameFromEachOfItsSpellings()
    {
        foreach (var text in EveryTextOf("aAbB1_", length: 6).Where(Name.IsValid))
        {
            var name = Name.Parse(text);

            Assert.True(
                Spellings(name).All(spelling => Spellings(Name.Parse(spelling)).SequenceEqual(Spellings(name))),
                $"{text} is {string.Join(' ', Spellings(name))}"
            );
        }
    }

    [Fact]
    public void ComparesByMeaningNotBySpelling()
    {
        Assert.Equal(Name.Parse("order_line"), Name.Parse("OrderLine"));
        Assert.NotEqual(Name.Parse("orderline"), Name.Parse("OrderLine"));
    }

    [Fact]
    public void CanBeExtended() => Assert.Equal("customerId", Name.Parse("customer").Then("id").Camel);

    [Theory]
    [InlineData("", "A name is empty.", "OrderLine")]
    [InlineData("2Fast", "The name '2Fast' starts with '2'.", "Fast")]
    [InlineData("_order", "The name '_order' starts with '_'.", "Order")]
    [InlineData("order line", "The name 'order line' contains a space.", "OrderLine")]
    [InlineData("Système", "The name 'Système' contains 'è' (U+00E8).", "Systeme")]
    [InlineData("order.line", "The name 'order.line' contains '.'.", "OrderLine")]
    [InlineData("a\tb", "A name contains the control character U+0009.", "Ab")]
    [InlineData("order__line", "The name 'order__line' has a '_' or '-' that joins no two words.", "OrderLine")]
    [InlineData("order-", "The name 'order-' has a '_' or '-' that joins no two words.", "Order")]
    [InlineData("日本", "The name '日本' contains '日' (U+65E5).", "OrderLine")]
    public void RefusesOtherTextWithTheReason(string text, string problem, string suggestion)
    {
        var error = Assert.Throws<UserError>(() => Name.Parse(text));

        Assert.Equal(problem, error.Problem);
        Assert.Equal($"Use ASCII letters and digits, starting with a letter, such as {suggestion}.", error.Remedy);
        Assert.Equal(2, error.ExitCode);
    }

    private static string[] Spellings(Name name) => [name.Pascal, name.Camel, name.Snake, name.Kebab, name.Words.Replace(' ', '_')];

    private static IEnumerable<string> EveryTextOf(string alphabet, int length) =>
        length == 0 ? [""] : EveryTextOf(alphabet, length - 1).SelectMany(text => alphabet.Select(c => text + c).Prepend(text)).Distinct();
}
