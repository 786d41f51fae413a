using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests.Model;

public sealed class MakingAPlural
{
    [Theory]
    [InlineData("Order", "Orders")]
    [InlineData("OrderLine", "OrderLines")]
    [InlineData("Category", "Categories")]
    [InlineData("Person", "People")]
    [InlineData("SalesPerson", "SalesPeople")]
    [InlineData("OrderStatus", "OrderStatuses")]
    [InlineData("Address", "Addresses")]
    [InlineData("Canvas", "Canvases")]
    [InlineData("News", "News")]
    public void ChangesTheLastWord(string singular, string plural) => Assert.Equal(plural, Plural.Of(Name.Parse(singular)).Pascal);

    [Theory]
    [InlineData("Orders", "Order")]
    [InlineData("Address", "Address")]
    [InlineData("Canvas", "Canvas")]
    [InlineData("Order", "Order")]
    public void FindsTheSingular(string plural, string singular) => Assert.Equal(singular, Plural.Singular(Name.Parse(plural)).Pascal);
}
