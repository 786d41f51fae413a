using Be.Scaffolding.Model;
using Be.Scaffolding.Planning;

namespace Be.Scaffolding.Tests.Planning;

/// <summary>What an entity gains when another one refers to it.</summary>
public sealed class PlanningAReference : IDisposable
{
    private static readonly Solution Customers = Models.Shop.Entity("Customer", "name:string(100)", module: "Sales");

    private readonly PlannedSolution _solution = new();

    public void Dispose() => _solution.Dispose();

    [Fact]
    public void NamesOnlyTheFilesThatItChanges()
    {
        _solution.Apply(Customers);

        var changes = _solution.Apply(Customers.Entity("Order", "customer:ref(Customer)"));

        Assert.Contains(
            changes,
            change => (change.Path, change.Kind) == ("src/Modules/Sales/Customers/CustomerStore.cs", ChangeKind.Update)
        );
        Assert.DoesNotContain(changes, change => change.Kind == ChangeKind.Unchanged);
    }
}
