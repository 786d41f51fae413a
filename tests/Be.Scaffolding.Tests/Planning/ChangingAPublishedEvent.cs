using Be.Scaffolding.Json;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests.Planning;

public sealed class ChangingAPublishedEvent : IDisposable
{
    private static readonly Solution Orders = Models
        .Shop.Module("Sales")
        .Event("OrderPlaced", "order:uuid note:text?")
        .Consumer("OrderPlaced");

    private readonly SmallSolution _solution = new();

    public ChangingAPublishedEvent() => _solution.Apply(Orders);

    [Theory]
    [InlineData(
        "order:uuid",
        "order:long",
        "event OrderPlaced: the field 'order:uuid' was changed to 'order:long', and it is published as it was."
    )]
    [InlineData(
        "note:text?",
        "notes:text?",
        "event OrderPlaced: the field 'note:text?' was removed or renamed, and it is published as it was."
    )]
    public void IsRefused(string text, string instead, string problem)
    {
        var error = AssertRefused(text, instead);

        Assert.Equal($"be.json: {problem}", error.Problem);
        Assert.Equal("Put it back, and make a new event beside it: be scaffold event OrderPlacedV2", error.Remedy);
    }

    [Fact]
    public void OfAnotherNameIsRefused() =>
        Assert.Equal(
            "be.json: module Sales: the event OrderPlaced was removed or renamed.",
            AssertRefused("OrderPlaced", "OrderTaken").Problem
        );

    [Fact]
    public void WithoutItsConsumerIsRefused() =>
        Assert.Equal(
            "be.json: module Sales: the consumer of Sales.OrderPlaced was removed.",
            AssertRefused("{ \"of\": \"Sales.OrderPlaced\" }", "").Problem
        );

    [Fact]
    public void CannotMakeANewFieldRequired()
    {
        var error = Assert.Throws<UserError>(() => _solution.Plan(Orders.Event("OrderPlaced", "total:int")));

        Assert.Equal("Field 'total:int': OrderPlaced was published without it, so it cannot be required.", error.Problem);
        Assert.Equal("Write: total:int?, give it a default, or make a new event: be scaffold event OrderPlacedV2", error.Remedy);
    }

    [Theory]
    [InlineData("total:int?")]
    [InlineData("total:int=1")]
    public void MayGainWhatOldEventsCanDoWithout(string field) => _solution.Plan(Orders.Event("OrderPlaced", field));

    public void Dispose() => _solution.Dispose();

    private UserError AssertRefused(string text, string instead)
    {
        _solution.Folder.Write("be.json", BeJson.Write(Orders).Replace(text, instead, StringComparison.Ordinal));
        return Assert.Throws<UserError>(() => _solution.Plan(BeJson.Read(_solution.Folder["be.json"])));
    }
}
