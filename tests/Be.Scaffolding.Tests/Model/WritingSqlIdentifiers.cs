using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests.Model;

public sealed class WritingSqlIdentifiers
{
    [Theory]
    [InlineData("orders", "orders")]
    [InlineData("_x1", "_x1")]
    [InlineData("order", "\"order\"")]
    [InlineData("user", "\"user\"")]
    [InlineData("system_user", "\"system_user\"")]
    [InlineData("verbose", "\"verbose\"")]
    [InlineData("name", "name")]
    [InlineData("values", "values")]
    [InlineData("Order", "\"Order\"")]
    [InlineData("2x", "\"2x\"")]
    [InlineData("a-b", "\"a-b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("", "\"\"")]
    public void QuotesOnlyWhereNeeded(string identifier, string quoted) => Assert.Equal(quoted, Sql.Quote(identifier));

    [Fact]
    public void JoinsTheParts() => Assert.Equal("orders_customer_id_fkey", Sql.ConstraintName("orders", "customer_id", "fkey"));

    [Fact]
    public void KeepsANameOf63Bytes()
    {
        var name = new string('a', 59);

        Assert.Equal(name + "_key", Sql.ConstraintName(name, "key"));
    }

    [Fact]
    public void CutsALongerNameAndAddsAStableHash() =>
        Assert.Equal(
            "customers_of_the_northern_region_who_ordered_twice_a_y_077b4adc",
            Sql.ConstraintName("customers_of_the_northern_region_who_ordered_twice_a_year", "email", "key")
        );

    [Fact]
    public void TellsLongNamesApart()
    {
        var table = new string('t', 63);

        Assert.NotEqual(Sql.ConstraintName(table, "a", "key"), Sql.ConstraintName(table, "b", "key"));
    }

    [Fact]
    public void CountsBytesAndCutsBetweenCharacters()
    {
        var name = Sql.ConstraintName(new string('é', 40));

        Assert.StartsWith(new string('é', 27) + "_", name, StringComparison.Ordinal);
        Assert.Equal(63, System.Text.Encoding.UTF8.GetByteCount(name));
    }
}
