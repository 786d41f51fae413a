using Be.Scaffolding.Json;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests.Rules;

public sealed class CheckingEvents
{
    private static readonly Solution Orders = Models.Shop.Entity("Order", "number:int", module: "Sales").Event("OrderPlaced", "order:uuid");

    [Theory]
    [InlineData("OrderPlaced", "sales.order-placed.v1", "OrderPlacedV2")]
    [InlineData("OrderPlacedV2", "sales.order-placed.v2", "OrderPlacedV3")]
    [InlineData("V2", "sales.v2.v1", "V2V2")]
    [InlineData("HttpVersionV12", "sales.http-version.v12", "HttpVersionV13")]
    [InlineData("TvSold", "sales.tv-sold.v1", "TvSoldV2")]
    public void NamesEachVersion(string name, string wire, string next)
    {
        var one = new Event(Name.Parse(name), []);

        Assert.Equal((wire, next), (one.WireName(Name.Parse("Sales")), one.Next.Pascal));
    }

    [Theory]
    [InlineData("Order", "an entity")]
    [InlineData("Orders", "the plural of an entity")]
    [InlineData("Sales", "a module")]
    [InlineData("Platform", "a part of the solution")]
    [InlineData("Shop", "a part of the solution")]
    [InlineData("Task", "a type that its code needs")]
    [InlineData("EventEnvelope", "a type that its code needs")]
    public void RefusesANameThatItsCodeCouldNotTell(string name, string what) =>
        AssertRefused(
            () => Orders.Event(name),
            $"Event {name}: {name} is the name of {what} too.",
            $"Name it after what has happened, such as {name}Changed."
        );

    [Theory]
    [InlineData(
        "OrderPlacedV1",
        "",
        "between programs it would be sales.order-placed.v1, and so is OrderPlaced.",
        "Give it another name, such as OrderPlacedV2."
    )]
    [InlineData("orderplaced", "", "its type Orderplaced is one of the event OrderPlaced too.", "Give one of them another name.")]
    public void RefusesASecondEventOfTheSameName(string name, string fields, string problem, string remedy) =>
        AssertRefused(() => Orders.Event(name, fields), $"Event {Name.Parse(name)}: {problem}", remedy);

    [Fact]
    public void RefusesAnEnumThatIsAnEvent() =>
        AssertRefused(
            () => Orders.Event("OrderPlacedKind").Event("OrderPlaced", "kind:enum(a,b)=a"),
            "Event OrderPlacedKind: its type OrderPlacedKind is one of the event OrderPlaced too.",
            "Give one of them another name."
        );

    [Theory]
    [InlineData(
        "customer:ref(Order)",
        "customer:ref(Order, restrict)",
        "an event has no references: who takes it may not have the other one's table.",
        "Send its id: customerId:uuid, or :long where ids are bigint"
    )]
    [InlineData("code:int:unique", "code:int:unique", "an event is no table.", "Write: code:int")]
    [InlineData("code:int?:index", "code:int?:index", "an event is no table.", "Write: code:int?")]
    [InlineData(
        "orderPaid:int",
        "orderPaid:int",
        "the property OrderPaid would be named as a type of the event (CS0542).",
        "Give it another name, such as orderPaidValue."
    )]
    [InlineData("equals:int", "equals:int", "every C# record has a member Equals.", "Give it another name, such as equalsValue.")]
    public void RefusesAField(string field, string shown, string problem, string remedy) =>
        AssertRefused(() => Orders.Event("OrderPaid", field), $"Field '{shown}' of OrderPaid: {problem}", remedy);

    [Fact]
    public void RefusesAFieldTwice() =>
        AssertRefused(
            () => Orders.Event("OrderPaid", "total:int Total:long"),
            "Field 'total:long' of OrderPaid: 'total:int' has the same name.",
            "Give one of them another name."
        );

    [Theory]
    [InlineData("\"Sales.OrderPlaced\"", "modules[0].consumers[1]: Sales has a consumer of Sales.OrderPlaced already.")]
    [InlineData("\"Crm.OrderPlaced\"", "modules[0].consumers[1]: there is no event Crm.OrderPlaced.")]
    [InlineData("\"OrderPlaced\"", "modules[0].consumers[1].of: 'OrderPlaced' is not a module and its event.")]
    [InlineData("\"Sales.1st\"", "modules[0].consumers[1].of: the name '1st' starts with '1'.")]
    public void RefusesAConsumer(string of, string problem)
    {
        var text = BeJson.Write(Orders.Consumer("OrderPlaced"));
        var second = text.Replace(
            "{ \"of\": \"Sales.OrderPlaced\" }",
            $"{{ \"of\": \"Sales.OrderPlaced\" }}, {{ \"of\": {of} }}",
            StringComparison.Ordinal
        );

        Assert.Equal($"be.json: {problem}", Assert.Throws<UserError>(() => BeJson.Parse(second)).Problem);
    }

    [Fact]
    public void RefusesTwoConsumersOfOneClass() =>
        AssertRefused(
            () => Orders.Event("OrderPlaced", module: "Crm").Consumer("Sales.OrderPlaced", "Crm").Consumer("Crm.OrderPlaced", "Crm"),
            "Consumer of Crm.OrderPlaced: Crm has a class OrderPlacedConsumer already, for Sales.OrderPlaced.",
            "Leave one of them out, or take it in another module."
        );

    [Fact]
    public void WritesTheSameBytesForWhatItRead()
    {
        var text = BeJson.Write(Orders.Consumer("OrderPlaced"));

        Assert.Contains("\"events\": [", text, StringComparison.Ordinal);
        Assert.Equal(text, BeJson.Write(BeJson.Parse(text)));
    }

    private static void AssertRefused(Func<Solution> edit, string problem, string remedy)
    {
        var error = Assert.Throws<UserError>(edit);

        Assert.Equal((problem, remedy, 2), (error.Problem, error.Remedy, error.ExitCode));
    }
}
