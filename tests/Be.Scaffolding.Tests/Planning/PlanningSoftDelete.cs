using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests.Planning;

/// <summary>The table of an entity whose rows are hidden when they are deleted, and those that refer to it.</summary>
public sealed class PlanningSoftDelete : IDisposable
{
    private static readonly Solution Shop = Models
        .Shop.Module("Sales")
        .EntityWith("Customer", ["softDelete"], "email:email:unique name:string(100):index agent:ref(Customer)?");

    private readonly PlannedSolution _solution = new();

    public void Dispose() => _solution.Dispose();

    [Fact]
    public void IndexesTheRowsThatAreNotDeleted()
    {
        _solution.Apply(Shop);

        var table = _solution.Migration("create_customers");
        Assert.Contains("deleted_at timestamptz,", table);
        Assert.DoesNotContain("unique (", table);
        Assert.Contains("create unique index customers_email_key on sales.customers (email) where deleted_at is null;", table);
        Assert.Contains("create index customers_id_idx on sales.customers (id) where deleted_at is null;", table);
        Assert.Contains("create index customers_name_idx on sales.customers (name, id) where deleted_at is null;", table);
        Assert.Contains("create index customers_agent_id_idx on sales.customers (agent_id, id) where deleted_at is null;", table);
        Assert.Contains("create index customers_agent_id_fkey_idx on sales.customers (agent_id);", table);
        Assert.Contains("create index customers_created_at_idx on sales.customers (created_at, id) where deleted_at is null;", table);
    }

    [Fact]
    public void GuardsEachReferenceToIt()
    {
        _solution.Apply(Shop);
        var own = _solution.Migration("guard_agent_id_of_customers");
        Assert.Contains("after update of agent_id, deleted_at on sales.customers", own);
        Assert.Contains("if exists (select from sales.customers where agent_id = old.id and deleted_at is null) then", own);

        var orders = Shop.Entity("Order", "customer:ref(Customer,cascade)");
        _solution.Apply(orders);
        var cascade = _solution.Migration("guard_customer_id_of_orders");
        Assert.Contains("after update of customer_id on sales.orders", cascade);
        Assert.Contains("delete from sales.orders where customer_id = old.id;", cascade);

        _solution.Apply(orders.Entity("Order", "payer:ref(Customer,setNull)?"));
        Assert.Contains(
            "update sales.orders set payer_id = null where payer_id = old.id;",
            _solution.Migration("guard_payer_id_of_orders")
        );
    }

    [Fact]
    public void DeletingHidesWhatGoesWithIt()
    {
        _solution.Apply(Shop.EntityWith("Order", ["softDelete"], "customer:ref(Customer,cascade)"));

        Assert.Contains(
            "update sales.orders set deleted_at = new.deleted_at where customer_id = old.id and deleted_at is null;",
            _solution.Migration("guard_customer_id_of_orders")
        );
    }

    [Fact]
    public void AUniqueFieldThatComesLaterIsUniqueAmongThoseThatAreNotDeleted()
    {
        _solution.Apply(Shop);

        _solution.Apply(Shop.Entity("Customer", "code:string(8)?:unique"));

        Assert.Contains("(code) where deleted_at is null;", _solution.Migration("index_customers_code_key"));
        Assert.Empty(Directory.GetFiles(_solution.Folder["migrations"], "*constrain_customers_code_key*"));
    }
}
