using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests.Planning;

/// <summary>The table of repeated requests comes with the first entity of a database, or later where an earlier version of the tool made none.</summary>
public sealed class PlanningIdempotency : IDisposable
{
    private static readonly Solution One = Models.Shop.Module("Sales").Entity("Order", "number:string(32)");
    private static readonly Solution Two = One.Entity("Line", "amount:int");

    private readonly PlannedSolution _solution = new();

    public void Dispose() => _solution.Dispose();

    [Fact]
    public void MakesTheTableWithTheFirstEntity()
    {
        Assert.Empty(Apply(Models.Shop.Module("Sales")));
        Assert.Equal(["migrations"], Apply(One));
        Assert.Empty(Apply(Two));
    }

    [Fact]
    public void MakesItInEachServiceThatHasEntities()
    {
        var services = One.Module("Crm") with { Layout = Layout.Microservices, Options = One.Options with { Gateway = Gateway.None } };

        Assert.Equal(["services/Sales/migrations"], Apply(services));
        Assert.Equal(["services/Crm/migrations"], Apply(services.Entity("Customer", "name:text", module: "Crm")));
    }

    [Fact]
    public void MakesItWithTheNextChangeWhereThereAreEntitiesAlready()
    {
        Apply(One);
        File.Delete(Migrations().Single());

        Assert.Equal(["migrations"], Apply(Two));
        Assert.Empty(Apply(Two));
    }

    [Fact]
    public void KeepsTheSchemaOfTheTable()
    {
        var error = Assert.Throws<UserError>(() => Models.Shop.Module("Idempotency"));

        Assert.Equal("Module Idempotency: the schema idempotency is that of repeated requests.", error.Problem);
    }

    /// <returns>The folders in which it makes the migration.</returns>
    private List<string> Apply(Solution after) =>
        [
            .. _solution
                .Apply(after)
                .Where(change => change.Path.EndsWith("_create_idempotency.sql", StringComparison.Ordinal))
                .Select(change => Path.GetDirectoryName(change.Path)!.Replace('\\', '/')),
        ];

    private string[] Migrations() => Directory.GetFiles(_solution.Folder["migrations"], "*_create_idempotency.sql");
}
