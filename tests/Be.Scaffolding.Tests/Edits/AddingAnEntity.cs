using Be.Scaffolding.Edits;
using Be.Scaffolding.Json;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests.Edits;

public sealed class AddingAnEntity
{
    private static readonly Solution Orders = Models.Shop.Entity("Order", "number:string(32):unique parent:ref(Order)?", module: "Sales");

    [Theory]
    [InlineData("Shop", "Shop")]
    [InlineData("My.Shop", "MyShop")]
    [InlineData("my-shop", "MyShop")]
    [InlineData("2Fast", "Fast")]
    [InlineData("Ünïcode", "Unicode")]
    [InlineData("Système", "Systeme")]
    [InlineData("System", "Main")]
    [InlineData("日本", "Main")]
    public void MakesAModuleNamedAfterTheSolutionWhenThereIsNone(string solution, string module) =>
        Assert.Equal(module, (Models.Shop with { Name = solution }).Entity("Order").Modules.Single().Name.Pascal);

    [Fact]
    public void MakesTheModuleThatIsNamed() =>
        Assert.Equal(["Sales", "Crm"], Orders.Entity("Customer", module: "Crm").Modules.Select(module => module.Name.Pascal));

    [Fact]
    public void TakesTheOnlyModule() => Assert.Equal(2, Orders.Entity("Line").Modules.Single().Entities.Length);

    [Fact]
    public void TakesThePluralAsGiven() =>
        Assert.Equal("Staff", Models.Shop.Entity("Person", plural: "Staff").Modules[0].Entities[0].Plural.Pascal);

    [Fact]
    public void LeavesTheModelAsItIsWhenTheEntityIsThere() =>
        Assert.Equal(BeJson.Write(Orders), BeJson.Write(Orders.Entity("Order", "parent:ref(Sales.Order)? number:string( 32 ):unique")));

    [Fact]
    public void AddsTheFieldsThatAreNew()
    {
        var fields = Orders.Entity("order", "total:decimal(18,2) number:string(32):unique").Modules[0].Entities[0].Fields;

        Assert.Equal(
            ["number:string(32):unique", "parent:ref(Order, restrict)?", "total:decimal(18,2)"],
            fields.Select(field => field.ToString())
        );
    }

    [Fact]
    public void DefinesAFieldOtherwiseThatIsThere() =>
        Assert.Equal(
            ["number:string(40)", "parent:ref(Order, restrict)?"],
            Orders.Entity("Order", "number:string(40)").Modules[0].Entities[0].Fields.Select(field => field.ToString())
        );

    [Fact]
    public void RefusesAnotherPlural()
    {
        var error = Assert.Throws<UserError>(() => Orders.Entity("Order", plural: "Purchases"));

        Assert.Equal(("Order exists with the plural Orders; Purchases would rename its table.", 2), (error.Problem, error.ExitCode));
        Assert.Equal("That comes with a later version; write a migration with 'be migration add' meanwhile.", error.Remedy);
    }

    [Fact]
    public void AddsTheSortsThatAreNewAndEachOnce()
    {
        var sorted = With(With(Orders, "-number"), "-number", "parentId,-createdAt");

        Assert.Equal(["-number", "parentId,-createdAt"], sorted.Modules[0].Entities[0].Sorts);

        static Solution With(Solution orders, params ReadOnlySpan<string> sorts) =>
            ModelEdit.AddEntity(orders, null, Name.Parse("Order"), null, [], [.. sorts], []);
    }

    [Fact]
    public void RefusesATraitThatTheEntityDoesNotHave() =>
        Assert.Equal(
            "Order exists without the trait 'softDelete'.",
            Assert.Throws<UserError>(() => ModelEdit.AddEntity(Orders, null, Name.Parse("Order"), null, ["softDelete"], [], [])).Problem
        );

    [Fact]
    public void RefusesATraitThatThereIsNot() =>
        Assert.Equal(
            "Entity Order: there is no trait 'adited'.",
            Assert.Throws<UserError>(() => ModelEdit.AddEntity(Orders, null, Name.Parse("Order"), null, ["adited"], [], [])).Problem
        );

    [Fact]
    public void ListsTheModulesWhenThereAreSeveral()
    {
        var error = Assert.Throws<UserError>(() => Orders.Module("Crm").Entity("Order"));

        Assert.Equal(
            ("There are 2 modules: Sales, Crm.", "Name the one that Order belongs to: --module Sales", 2),
            (error.Problem, error.Remedy, error.ExitCode)
        );
    }

    [Fact]
    public void TakesAMistypedModuleForAMistake()
    {
        var error = Assert.Throws<UserError>(() => Orders.Entity("Line", module: "Sale"));

        Assert.Equal("There is no module Sale, but Sales.", error.Problem);
        Assert.Equal("Write --module Sales, or make the other first: be scaffold module Sale", error.Remedy);
    }

    [Fact]
    public void AsksForAModuleWhenTheSolutionIsNamedAsTheEntity()
    {
        var error = Assert.Throws<UserError>(() => Models.Shop.Entity("Shop"));

        Assert.Equal("The first module would be called Shop, after the solution, and so is the entity.", error.Problem);
        Assert.Equal("Name a module: --module Main", error.Remedy);
    }

    [Fact]
    public void MakesAModuleOnce() => Assert.Same(Orders, Orders.Module("sales"));
}
