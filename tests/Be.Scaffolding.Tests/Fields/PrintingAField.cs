using Be.Scaffolding.Fields;

namespace Be.Scaffolding.Tests.Fields;

public sealed class PrintingAField
{
    private static readonly string[] Types =
    [
        "string(1)",
        "string(500)",
        "text",
        "text(7)",
        "email",
        "url",
        "int",
        "long",
        "decimal(1,0)",
        "decimal(28,28)",
        "bool",
        "date",
        "time",
        "timestamp",
        "uuid",
        "bytes",
        "json",
        "enum(a)",
        "enum(a,b_c,D)",
        "string(5)[]",
        "int[3]",
        "bytes[]",
        "ref(Order)",
        "ref(Sales.Order, cascade)",
        "ref(OrderLine, setNull)",
    ];

    private static readonly string[] Defaults = ["", "=0", "=a", "=true", "=2026-01-31", "=12:00", "=now", "=a@b", "=https://a.b/c?d=e:f"];

    [Fact]
    public void GivesTextThatIsReadBackAsTheSameField()
    {
        var read = 0;
        foreach (var text in EveryField())
        {
            if (TryParse(text) is not { } printed)
                continue;
            Assert.Equal(printed, TryParse(printed));
            read++;
        }

        Assert.InRange(read, 250, int.MaxValue);
    }

    private static IEnumerable<string> EveryField() =>
        from type in Types
        from nullable in (string[])["", "?"]
        from unique in (string[])["", ":unique"]
        from index in (string[])["", ":index"]
        from value in Defaults
        select $"x:{type}{nullable}{unique}{index}{value}";

    private static string? TryParse(string text)
    {
        try
        {
            return FieldParser.Parse(text, Place.InArguments("Field 1")).ToString();
        }
        catch (UserError)
        {
            return null;
        }
    }
}
