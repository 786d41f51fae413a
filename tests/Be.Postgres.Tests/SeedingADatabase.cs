using System.Globalization;
using Be.Postgres.Seeding;
using Be.Scaffolding;
using Be.Scaffolding.Json;
using Be.Scaffolding.Model;
using Be.Scaffolding.Rendering.Migrations;
using Npgsql;

namespace Be.Postgres.Tests;

public sealed class SeedingADatabase(TestServer server)
{
    /// <summary>Every type, unique fields of all kinds, a circle, a tree, one to one, rows of owners, hidden and recorded ones.</summary>
    private const string Modules = """
        { "name": "Crm", "entities": [
            { "name": "Customer", "plural": "Customers", "traits": [ "softDelete", "audited" ],
              "fields": [ "email:email:unique", "name:string(100)", "firstName:string(3)", "phone:string(20)?", "country:string(2)", "homepage:url?",
                          "referrer:ref(Customer)?", "favourite:ref(Sales.Product)?", "newest:ref(Note, setNull)?", "status:enum(lead,active)=lead" ] },
            { "name": "Note", "plural": "Notes", "fields": [ "customer:ref(Customer, cascade)", "body:text", "tags:string(10)[3]", "data:json?" ] },
            { "name": "Profile", "plural": "Profiles", "fields": [ "customer:ref(Customer, cascade):unique", "birthDate:date", "photo:bytes?" ] } ] },
        { "name": "Sales", "entities": [
            { "name": "Kind", "plural": "Kinds", "fields": [ "code:enum(book,toy,food):unique", "label:string(1)?:unique" ] },
            { "name": "Product", "plural": "Products",
              "fields": [ "sku:string(12):unique", "name:string(60):unique", "price:decimal(6,2)", "share:decimal(3,3)", "stock:int", "ean:long:unique",
                          "kind:ref(Kind)", "active:bool", "opensAt:time", "ratings:int[]", "labels:enum(new,hot)[]", "key:uuid:unique" ] },
            { "name": "Basket", "plural": "Baskets", "traits": [ "owned" ], "fields": [ "name:string(20):unique", "expiresAt:timestamp" ] },
            { "name": "Entry", "plural": "Entries", "traits": [ "owned", "softDelete" ],
              "fields": [ "basket:ref(Basket, cascade)", "product:ref(Product)", "quantity:int", "first:ref(Entry)?" ] } ] }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("uuid")]
    [InlineData("bigint")]
    public async Task FillsEveryTableAndKeepsEveryRule(string ids)
    {
        var (database, solution) = await MigratedAsync(ids);
        await using var _ = database;

        var tables = await SeedAsync(database, solution, new SeedRequest(10_000, 1, []));

        Assert.All(tables, table => Assert.Equal(SeedOutcome.Filled, table.Outcome));
        var rows = tables.ToDictionary(table => table.Table, table => table.Rows);
        Assert.Equal(3, rows["sales.kinds"]);
        Assert.Equal(
            ["0"],
            await database.QueryAsync($"select count(*) - {rows["crm.profiles"]} from crm.customers where deleted_at is null")
        );
        Assert.All(rows.Where(row => row.Key is not ("sales.kinds" or "crm.profiles")), row => Assert.Equal(10_000, row.Value));
        Assert.Equal(
            ["crm.customers", "crm.notes", "crm.profiles", "sales.baskets", "sales.entries", "sales.kinds", "sales.products"],
            tables.Select(table => table.Table).Order(StringComparer.Ordinal)
        );
        // One profile a customer, of those that were not deleted.
        Assert.Equal(
            ["0"],
            await database.QueryAsync(
                "select count(*) from crm.profiles p join crm.customers c on c.id = p.customer_id where c.deleted_at is not null"
            )
        );
        Assert.Equal(
            ["0"],
            await database.QueryAsync(
                "select count(*) from sales.entries e join sales.baskets b on b.id = e.basket_id where b.owner_id <> e.owner_id"
            )
        );
        Assert.Equal(
            ["0"],
            await database.QueryAsync(
                "select count(*) from crm.customers c where favourite_id is not null and not exists (select from sales.products where id = favourite_id)"
            )
        );
        Assert.Equal(
            ["t|t|t"],
            (
                await database.QueryAsync(
                    "select (count(newest_id) > 5000)::text, (count(referrer_id) > 5000)::text, (count(deleted_at) between 100 and 1000)::text from crm.customers"
                )
            ).Select(Short)
        );
        Assert.Equal(
            ["10000|be db seed"],
            await database.QueryAsync("select count(*), caller from audit.records where action = 'insert' group by caller")
        );
        await database.ExecuteAsync(
            ids == "uuid"
                ? "insert into sales.kinds (id, code) select gen_random_uuid(), 'book' on conflict do nothing"
                : "insert into sales.baskets (owner_id, name, expires_at) values (gen_random_uuid(), 'after the seed', now())"
        );
    }

    [Fact]
    public async Task GivesTheSameRowsForTheSameSeedOnly()
    {
        var (one, solution) = await MigratedAsync("uuid");
        var (other, _) = await MigratedAsync("uuid");
        await using var first = one;
        await using var second = other;

        await SeedAsync(one, solution, new SeedRequest(300, 7, []));
        await SeedAsync(other, solution, new SeedRequest(300, 7, []));
        Assert.Equal(await FingerprintAsync(one), await FingerprintAsync(other));

        await SeedAsync(other, solution, new SeedRequest(300, 8, [], Replace: true));
        Assert.NotEqual(await FingerprintAsync(one), await FingerprintAsync(other));
        await SeedAsync(other, solution, new SeedRequest(300, 7, [], Replace: true));
        Assert.Equal(await FingerprintAsync(one), await FingerprintAsync(other));
    }

    [Fact]
    public async Task LeavesTablesThatHaveRowsAsTheyAre()
    {
        var (database, solution) = await MigratedAsync("uuid");
        await using var _ = database;
        await SeedAsync(database, solution, new SeedRequest(50, 1, []));
        var before = await FingerprintAsync(database);

        var again = await SeedAsync(database, solution, new SeedRequest(80, 2, []));

        Assert.All(again, table => Assert.Equal((SeedOutcome.Kept, 0L), (table.Outcome, table.Rows)));
        Assert.Equal(before, await FingerprintAsync(database));
    }

    [Fact]
    public async Task RefersToRowsThatWereThere()
    {
        var (database, solution) = await MigratedAsync("uuid");
        await using var _ = database;
        await database.ExecuteAsync(
            "insert into crm.customers (id, email, name, first_name, country) values (gen_random_uuid(), 'a@example.com', 'A', 'A', 'DE')"
        );

        var tables = await SeedAsync(database, solution, new SeedRequest(20, 1, ["Note"]));

        Assert.Equal(("crm.notes", SeedOutcome.Filled, 20L), tables.Select(table => (table.Table, table.Outcome, table.Rows)).Single());
        Assert.Equal(["1"], await database.QueryAsync("select count(distinct customer_id) from crm.notes"));
    }

    [Fact]
    public async Task ReplacesWhatRefersToTheTableToo()
    {
        var (database, solution) = await MigratedAsync("uuid");
        await using var _ = database;
        await SeedAsync(database, solution, new SeedRequest(20, 1, []));

        var tables = await SeedAsync(database, solution, new SeedRequest(30, 2, ["Basket"], Replace: true));

        Assert.Equal(
            ["Replaced sales.baskets 30", "Replaced sales.entries 30"],
            tables
                .Select(table => string.Create(CultureInfo.InvariantCulture, $"{table.Outcome} {table.Table} {table.Rows}"))
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task WritesNothingInADryRun()
    {
        var (database, solution) = await MigratedAsync("uuid");
        await using var _ = database;

        var tables = await SeedAsync(database, solution, new SeedRequest(20, 1, [], DryRun: true));

        Assert.Equal(7, tables.Count);
        Assert.Equal(["0"], await database.QueryAsync("select count(*) from sales.products"));
    }

    [Fact]
    public async Task SaysWhatIsNeededFirst()
    {
        var (database, solution) = await MigratedAsync("uuid");
        await using var _ = database;

        var error = await Assert.ThrowsAsync<UserError>(() => SeedAsync(database, solution, new SeedRequest(20, 1, ["Note"])));
        Assert.Equal("be db seed --entity Customer --entity Note", error.Remedy);

        await database.ExecuteAsync("alter table crm.notes drop column body");
        error = await Assert.ThrowsAsync<UserError>(() => SeedAsync(database, solution, new SeedRequest(20, 1, [])));
        Assert.Equal("be db migrate", error.Remedy);
    }

    [Fact]
    public async Task GivesRowsToTheUsersThatThereAre()
    {
        var (database, solution) = await MigratedAsync("uuid");
        await using var _ = database;
        await database.ExecuteAsync("create schema accounts; create table accounts.users (id uuid, created_at timestamptz default now())");
        await database.ExecuteAsync(
            "insert into accounts.users (id) values ('0197a5d0-5b3c-7000-8000-000000000001'), ('0197a5d0-5b3c-7000-8000-000000000002')"
        );

        await SeedAsync(database, solution, new SeedRequest(20, 1, []));

        Assert.Equal(
            ["10", "10"],
            await database.QueryAsync("select count(*) from sales.baskets b join accounts.users u on u.id = b.owner_id group by u.id")
        );
    }

    private static string Short(string row) => row.Replace("true", "t", StringComparison.Ordinal);

    private async Task<(TestDatabase Database, Solution Solution)> MigratedAsync(string ids)
    {
        var solution = BeJson.Parse(
            $$"""
            { "version": 1, "name": "Shop", "layout": "monolith", "templates": "1.0.0",
              "options": { "ids": "{{ids}}", "errors": "envelope", "docker": false, "kubernetes": false, "ci": "none", "messaging": "inprocess", "auth": "accounts" },
              "modules": [ {{Modules}} ] }
            """
        );
        var database = await server.NewDatabaseAsync();
        foreach (var (index, migration) in new MigrationPlanner().Plan(null, solution).Index())
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{index:D3}_{migration.Name}.sql");
            await File.WriteAllTextAsync(Path.Combine(database.Folder, name), migration.Text, Token);
        }
        await database.MigrateAsync();
        return (database, solution);
    }

    private static Task<IReadOnlyList<SeededTable>> SeedAsync(TestDatabase database, Solution solution, SeedRequest request) =>
        new Database(new NpgsqlConnectionStringBuilder(database.ConnectionString)).SeedAsync(
            solution,
            solution.Modules,
            request,
            null,
            Token
        );

    private static async Task<string> FingerprintAsync(TestDatabase database)
    {
        var parts = new List<string>();
        foreach (
            var table in (string[])
                ["crm.customers", "crm.notes", "crm.profiles", "sales.baskets", "sales.entries", "sales.kinds", "sales.products"]
        )
            parts.AddRange(await database.QueryAsync($"select md5(string_agg(t::text, '|' order by id)) from {table} t"));
        return string.Join(' ', parts);
    }
}
