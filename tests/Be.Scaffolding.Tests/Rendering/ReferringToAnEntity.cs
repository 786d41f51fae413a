using Be.Scaffolding.Model;
using Be.Scaffolding.Rendering;

namespace Be.Scaffolding.Tests.Rendering;

/// <summary>A file is rendered again only when its source changes: here, that of an entity that did not change itself.</summary>
public sealed class ReferringToAnEntity
{
    private static readonly Solution Customers = Models.Shop.Module("Sales").Module("Crm").Entity("Customer", "name:text", module: "Sales");

    [Fact]
    public void OfTheSameModuleLetsItsStoreFindMany()
    {
        var after = Customers.Entity("Order", "customer:ref(Customer)", module: "Sales");

        Assert.DoesNotContain("FindManyAsync", StoreOf(Customers).Render());
        Assert.Contains("FindManyAsync", StoreOf(after).Render());
        Assert.NotEqual(StoreOf(Customers).Source, StoreOf(after).Source);
    }

    [Fact]
    public void OfAnotherModuleDoesNot() =>
        Assert.DoesNotContain("FindManyAsync", StoreOf(Customers.Entity("Order", "customer:ref(Sales.Customer)", module: "Crm")).Render());

    [Fact]
    public void ByANameLikeACredentialMakesNoListBelowARow()
    {
        var after = Customers.Entity("Visit", "customer:ref(Customer) secret:ref(Customer)", module: "Sales");

        var endpoints = FileOf(after, "/VisitEndpoints.cs").Render();

        Assert.Contains("/api/v1/customers/{customerId:guid}/visits\"", endpoints);
        Assert.DoesNotContain("secretId", endpoints);
    }

    private static SliceFile StoreOf(Solution solution) => FileOf(solution, "/CustomerStore.cs");

    private static SliceFile FileOf(Solution solution, string path) =>
        new SolutionRenderer().Files(solution).Single(file => file.Path.EndsWith(path, StringComparison.Ordinal));
}
