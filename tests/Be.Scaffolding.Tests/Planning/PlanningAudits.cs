using Be.Scaffolding.Edits;
using Be.Scaffolding.Json;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests.Planning;

/// <summary>An entity is audited from its beginning or later; what it needs of the platform comes with the first one of a database.</summary>
public sealed class PlanningAudits : IDisposable
{
    private const string Endpoints = "src/Modules/Sales/Orders/OrderEndpoints.cs";
    private static readonly Solution Plain = Models.Shop.Entity("Order", "number:int", module: "Sales").Entity("Line");
    private static readonly Solution Audited = Plain.EntityWith("Order", ["audited"]);

    private readonly PlannedSolution _solution = new();

    public void Dispose() => _solution.Dispose();

    [Fact]
    public void RecordsFromTheBeginning() => Assert.Equal(["create_audit", "create_orders", "audit_orders"], Migrations(Apply(Audited)));

    [Fact]
    public void RecordsFromNowOn()
    {
        Apply(Plain);
        Assert.DoesNotContain(".Audited()", Read(Endpoints));

        var changes = Apply(Audited);

        Assert.Equal(["create_audit", "audit_orders"], Migrations(changes));
        Assert.Contains(".Audited()", Read(Endpoints));
        Assert.Equal(["audit_lines"], Migrations(Apply(Audited.EntityWith("Line", ["audited"]))));
        Assert.Empty(Migrations(Apply(Audited.EntityWith("Line", ["audited"]))));
    }

    [Fact]
    public void KeepsRecordsInEachServiceThatHasAny()
    {
        var services = Models.AsServices(Plain).Entity("Customer", module: "Crm");

        var changes = Apply(services.EntityWith("Customer", ["audited"], module: "Crm").EntityWith("Order", ["audited"], module: "Sales"));

        Assert.Equal(
            ["services/Crm/migrations", "services/Sales/migrations"],
            changes.Where(path => path.EndsWith("_create_audit.sql", StringComparison.Ordinal)).Select(Path.GetDirectoryName).Order()
        );
    }

    [Fact]
    public void RecordsNoCredentials()
    {
        Apply(Audited);

        var migration = Directory.GetFiles(_solution.Folder["migrations"], "*_create_audit.sql").Single();
        Assert.Contains("key !~* 'token|password|secret|api_?key'", File.ReadAllText(migration));
    }

    [Fact]
    public void StaysWhenItWasPromised()
    {
        Apply(Audited);

        var error = Assert.Throws<UserError>(() => Apply(Plain));

        Assert.Equal("be.json: entity Order: the trait 'audited' was removed.", error.Problem);
    }

    [Fact]
    public void KeepsItsSchemaAndItsAddress()
    {
        Assert.Equal(
            "Module Audit: the schema audit is that of the records of audited entities.",
            Assert.Throws<UserError>(() => Audited.Module("Audit")).Problem
        );
        Assert.StartsWith(
            "/api/v1/audit-records is the address of the records of audited entities.",
            Assert
                .Throws<UserError>(() =>
                    BeJson.Parse(BeJson.Write(Audited).Replace("\"Lines\"", "\"AuditRecords\"", StringComparison.Ordinal))
                )
                .Problem.Split(": ")[^1]
        );
        Assert.Single(Models.Shop.Module("Audit").Modules);
    }

    [Fact]
    public void ASortThatIsAddedAloneReachesTheContracts()
    {
        Apply(Plain);

        Apply(ModelEdit.AddEntity(Plain, null, Name.Parse("Order"), null, [], ["number,-createdAt"], []));

        Assert.Contains("number,-createdAt", Read("src/Modules/Sales/Orders/OrderContracts.cs"));
    }

    private string Read(string path) => File.ReadAllText(_solution.Folder[path]);

    /// <returns>The paths of what it changes.</returns>
    private List<string> Apply(Solution after) => [.. _solution.Apply(after).Select(change => change.Path)];

    /// <summary>Those that are about orders, lines and records, without their versions.</summary>
    private static IEnumerable<string> Migrations(IEnumerable<string> paths) =>
        paths
            .Where(path => path.StartsWith("migrations/", StringComparison.Ordinal))
            .Select(path => Path.GetFileNameWithoutExtension(path).Split('_', 2)[1])
            .Where(name => name.Contains("audit", StringComparison.Ordinal) || name == "create_orders");
}
