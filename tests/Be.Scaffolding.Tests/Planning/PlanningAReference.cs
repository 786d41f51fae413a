using Be.Scaffolding.Model;
using Be.Scaffolding.Planning;
using Be.Scaffolding.Writing;

namespace Be.Scaffolding.Tests.Planning;

/// <summary>What an entity gains when another one refers to it.</summary>
public sealed class PlanningAReference : IDisposable
{
    private static readonly Solution Before = Models.Shop.Entity("Customer", "name:string(100)", module: "Sales");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void NamesOnlyTheFilesThatItChanges()
    {
        var scaffolder = new Scaffolder();
        ChangeWriter.Write(_folder.Path, scaffolder.Plan(_folder.Path, Before, DateTimeOffset.UtcNow), OnConflict.Refuse);

        var changes = scaffolder
            .Plan(_folder.Path, Before.Entity("Order", "customer:ref(Customer)"), DateTimeOffset.UtcNow)
            .Visible.ToList();

        Assert.Contains(
            changes,
            change => (change.Path, change.Kind) == ("src/Modules/Sales/Customers/CustomerStore.cs", ChangeKind.Update)
        );
        Assert.DoesNotContain(changes, change => change.Kind == ChangeKind.Unchanged);
    }
}
