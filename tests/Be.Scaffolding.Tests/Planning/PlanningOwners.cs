using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests.Planning;

/// <summary>The table of an entity whose rows belong to who created them, and those that refer to it.</summary>
public sealed class PlanningOwners : IDisposable
{
    private static readonly Solution Plain = Models.Shop with { Options = Models.Shop.Options with { Auth = Auth.Accounts } };

    private static readonly Solution Shop = Plain
        .Module("Sales")
        .EntityWith("Customer", ["owned"], "email:email:unique name:string(100):index agent:ref(Customer)?");

    private readonly PlannedSolution _solution = new();

    public void Dispose() => _solution.Dispose();

    [Fact]
    public void IndexesTheRowsOfEachOwner()
    {
        _solution.Apply(Shop);

        var table = _solution.Migration("create_customers");
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
        _solution.Apply(Plain.Module("Sales").EntityWith("Customer", ["owned", "softDelete"], "email:email:unique"));

        Assert.Contains(
            "create unique index customers_email_key on sales.customers (owner_id, email) where deleted_at is null;",
            _solution.Migration("create_customers")
        );
    }

    [Fact]
    public void AUniqueFieldThatComesLaterIsUniqueForEachOwner()
    {
        _solution.Apply(Shop);

        _solution.Apply(Shop.Entity("Customer", "code:string(8)?:unique"));

        Assert.Contains("(owner_id, code);", _solution.Migration("index_customers_code_key"));
        Assert.Contains("unique using index customers_code_key", _solution.Migration("constrain_customers_code_key"));
    }

    [Fact]
    public void ChecksEachReferenceToSuchRows()
    {
        _solution.Apply(Shop.Entity("Order", "customer:ref(Customer)").Entity("Note", "order:ref(Order)?"));

        Assert.True(File.Exists(_solution.Folder["src/Modules/Sales/Orders/OrderReferences.cs"]));
        Assert.False(File.Exists(_solution.Folder["src/Modules/Sales/Notes/NoteReferences.cs"]));
    }

    [Fact]
    public void NeedsToKnowWhoCalls()
    {
        var error = Assert.Throws<UserError>(() => Models.Shop.Module("Sales").EntityWith("Customer", ["owned"], ""));

        Assert.Equal("Entity Customer: rows cannot belong to their caller where nobody knows who calls.", error.Problem);
        Assert.Equal("Make the solution with --auth accounts, or leave the trait 'owned' out.", error.Remedy);
        Assert.Equal(2, error.ExitCode);
    }
}
