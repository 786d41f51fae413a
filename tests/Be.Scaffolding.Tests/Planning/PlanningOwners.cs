using System.Collections.Immutable;
using Be.Scaffolding.Edits;
using Be.Scaffolding.Fields;
using Be.Scaffolding.Model;
using Be.Scaffolding.Planning;
using Be.Scaffolding.Writing;

namespace Be.Scaffolding.Tests.Planning;

/// <summary>The table of an entity whose rows belong to who created them, and those that refer to it.</summary>
public sealed class PlanningOwners : IDisposable
{
    private static readonly Solution Plain = Models.Shop with { Options = Models.Shop.Options with { Auth = Auth.Accounts } };

    private static readonly Solution Shop = With(
        Plain.Module("Sales"),
        "Customer",
        ["owned"],
        "email:email:unique name:string(100):index agent:ref(Customer)?"
    );

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void IndexesTheRowsOfEachOwner()
    {
        Apply(Shop);

        var table = Migration("create_customers");
        Assert.Contains("owner_id uuid not null,", table);
        Assert.Contains("constraint customers_email_key unique (owner_id, email)", table);
        Assert.Contains("create index customers_id_idx on sales.customers (owner_id, id);", table);
        Assert.Contains("create index customers_name_idx on sales.customers (owner_id, name, id);", table);
        Assert.Contains("create index customers_agent_id_idx on sales.customers (owner_id, agent_id, id);", table);
        Assert.Contains("create index customers_agent_id_fkey_idx on sales.customers (agent_id);", table);
        Assert.Contains("create index customers_created_at_idx on sales.customers (owner_id, created_at, id);", table);
    }

    [Fact]
    public void HidesDeletedRowsToo()
    {
        Apply(With(Plain.Module("Sales"), "Customer", ["owned", "softDelete"], "email:email:unique"));

        Assert.Contains(
            "create unique index customers_email_key on sales.customers (owner_id, email) where deleted_at is null;",
            Migration("create_customers")
        );
    }

    [Fact]
    public void AUniqueFieldThatComesLaterIsUniqueForEachOwner()
    {
        Apply(Shop);

        Apply(Shop.Entity("Customer", "code:string(8)?:unique"));

        Assert.Contains("(owner_id, code);", Migration("index_customers_code_key"));
        Assert.Contains("unique using index customers_code_key", Migration("constrain_customers_code_key"));
    }

    [Fact]
    public void ChecksEachReferenceToSuchRows()
    {
        Apply(Shop.Entity("Order", "customer:ref(Customer)").Entity("Note", "order:ref(Order)?"));

        Assert.True(File.Exists(_folder["src/Modules/Sales/Orders/OrderReferences.cs"]));
        Assert.False(File.Exists(_folder["src/Modules/Sales/Notes/NoteReferences.cs"]));
    }

    [Fact]
    public void NeedsToKnowWhoCalls()
    {
        var error = Assert.Throws<UserError>(() => With(Models.Shop.Module("Sales"), "Customer", ["owned"], ""));

        Assert.Equal("Entity Customer: rows cannot belong to their caller where nobody knows who calls.", error.Problem);
        Assert.Equal("Make the solution with --auth accounts, or leave the trait 'owned' out.", error.Remedy);
        Assert.Equal(2, error.ExitCode);
    }

    private static Solution With(Solution solution, string entity, ImmutableArray<string> traits, string fields) =>
        ModelEdit.AddEntity(solution, null, Name.Parse(entity), null, traits, [], FieldParser.ParseAll(fields));

    private void Apply(Solution after) =>
        ChangeWriter.Write(_folder.Path, new Scaffolder().Plan(_folder.Path, after, DateTimeOffset.UtcNow), OnConflict.Refuse);

    private string Migration(string name) => File.ReadAllText(Directory.GetFiles(_folder["migrations"], $"*_{name}.sql").Single());
}
