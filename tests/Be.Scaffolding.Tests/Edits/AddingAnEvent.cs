using Be.Scaffolding.Edits;
using Be.Scaffolding.Json;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests.Edits;

public sealed class AddingAnEvent
{
    private static readonly Solution Orders = Models.Shop.Module("Sales").Event("OrderPlaced", "order:uuid").Module("Billing");

    private static readonly Solution Ambiguous = Orders.Event("OrderPlaced", module: "Billing");

    [Fact]
    public void MakesAModuleNamedAfterTheSolutionWhenThereIsNone() =>
        Assert.Equal("Shop", Models.Shop.Event("OrderPlaced").Modules.Single().Name.Pascal);

    [Fact]
    public void AddsTheFieldsThatAreNew() =>
        Assert.Equal(
            ["order:uuid", "note:text?"],
            Orders.Event("OrderPlaced", "note:text? order:uuid", "Sales").Modules[0].Events[0].Fields.Select(field => field.ToString())
        );

    [Fact]
    public void LeavesTheModelAsItIsWhenAllIsThere()
    {
        var consumed = Orders.Consumer("OrderPlaced", "Billing");

        Assert.Equal(
            BeJson.Write(consumed),
            BeJson.Write(consumed.Event("order_placed", "order:uuid", "Sales").Consumer("Sales.OrderPlaced", "Billing"))
        );
    }

    [Theory]
    [InlineData("OrderPlaced")]
    [InlineData("Sales.OrderPlaced")]
    [InlineData("sales.order-placed")]
    public void FindsTheEventOfAConsumer(string of) =>
        Assert.Equal(new Consumer("Sales", "OrderPlaced"), Orders.Consumer(of, "Billing").Modules[1].Consumers.Single());

    [Fact]
    public void TakesTheOnlyModuleForAConsumer() =>
        Assert.Single(Models.Shop.Module("Sales").Event("OrderPlaced").Consumer("OrderPlaced").Modules[0].Consumers);

    [Fact]
    public void DoesNotTakeTheServiceOfTheAccountsForAConsumer()
    {
        var services = Models.AsServices(Models.Shop).Module("Sales").Event("OrderPlaced");
        var withAccounts = services with { Options = services.Options with { Auth = Auth.Accounts } };
        var solution = withAccounts with { Modules = withAccounts.Modules.Add(new Module(withAccounts.AccountsService!, [])) };

        Assert.Single(solution.Consumer("OrderPlaced").Modules[0].Consumers);
    }

    [Fact]
    public void WantsAModuleWhereThereAreSeveral()
    {
        AssertRefused(
            () => Orders.Event("OrderPaid"),
            "There are 2 modules: Sales, Billing.",
            "Name the one that OrderPaid belongs to: --module Sales"
        );
        AssertRefused(
            () => Orders.Consumer("OrderPlaced"),
            "There are 2 modules: Sales, Billing.",
            "Name the one that takes Sales.OrderPlaced: --module Billing"
        );
    }

    [Fact]
    public void RefusesAnotherTypeForAFieldThatIsPublished() =>
        AssertRefused(
            () => Orders.Event("OrderPlaced", "order:long", "Sales"),
            "Field 'order:long': OrderPlaced is published with 'order:uuid'.",
            "Make a new event beside it: be scaffold event OrderPlacedV2 --fields \"order:long …\""
        );

    [Theory]
    [InlineData("OrderPaid", "There is no event OrderPaid.", "Write: --of OrderPlaced")]
    [InlineData("Billing.OrderPlaced", "There is no event Billing.OrderPlaced.", "Write: --of Sales.OrderPlaced")]
    [InlineData("Refund", "There is no event Refund.", "Make it first (be scaffold event Refund), or take one of Sales.OrderPlaced.")]
    [InlineData("a.b.c", "--of: 'a.b.c' is no event.", "Write --of OrderPlaced, or --of Sales.OrderPlaced")]
    public void RefusesAConsumerOfNoEvent(string of, string problem, string remedy) =>
        AssertRefused(() => Orders.Consumer(of, "Billing"), problem, remedy);

    [Fact]
    public void SaysHowToMakeTheFirstEvent() =>
        AssertRefused(
            () => Models.Shop.Module("Sales").Consumer("OrderPlaced"),
            "There is no event OrderPlaced.",
            "Make it first: be scaffold event OrderPlaced"
        );

    [Fact]
    public void RefusesAnEventThatSeveralModulesHave() =>
        AssertRefused(
            () => Ambiguous.Consumer("OrderPlaced", "Billing"),
            "There are 2 events OrderPlaced: Sales.OrderPlaced, Billing.OrderPlaced.",
            "Name one of them: --of Sales.OrderPlaced"
        );

    private static void AssertRefused(Func<Solution> edit, string problem, string remedy)
    {
        var error = Assert.Throws<UserError>(edit);

        Assert.Equal((problem, remedy, 2), (error.Problem, error.Remedy, error.ExitCode));
    }
}
