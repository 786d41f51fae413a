using System.Text.RegularExpressions;
using Be.EndToEnd.Tests;
using Be.Scaffolding.Edits;
using Be.Scaffolding.Fields;
using Be.Scaffolding.Model;
using Be.Scaffolding.Rendering.Migrations;

namespace Be.Postgres.Tests;

/// <summary>The migrations of changed entities on a real server, with rows there, and programs from before and after at work.</summary>
public sealed partial class ChangingATable(TestServer server)
{
    /// <summary>The fields before and after, and the columns and values of a row that programs from before and after write.</summary>
    public static TheoryData<string, string, string, string> Changes =>
        new()
        {
            // removed: what those from before read is there until the end
            { "kept:int note:string(10)?", "kept:int", "kept, note | 1, 'x'", "kept | 2" },
            { "kept:int note:string(10)", "kept:int", "kept, note | 1, 'x'", "kept | 2" },
            { "kept:int note:string(10)=abc", "kept:int", "kept, note | 1, 'x'", "kept | 2" },
            { "kept:int paid:bool", "kept:int", "kept, paid | 1, true", "kept | 2" },
            { "kept:int at:timestamp:index", "kept:int", "kept, at | 1, now()", "kept | 2" },
            { "kept:int kind:enum(a,b)", "kept:int", "kept, kind | 1, 'b'", "kept | 2" },
            { "kept:int mail:email", "kept:int", "kept, mail | 1, 'a@b'", "kept | 2" },
            { "kept:int name:string(10):index", "kept:int", "kept, name | 1, 'x'", "kept | 2" },
            { "kept:int tags:string(5)[]:index", "kept:int", "kept, tags | 1, '{a}'", "kept | 2" },
            { "kept:int data:json", "kept:int", "kept, data | 1, '[]'", "kept | 2" },
            { "kept:int raw:bytes", "kept:int", "kept, raw | 1, ''", "kept | 2" },
            { "kept:int code:string(5)?:unique", "kept:int", "kept, code | 1, null", "kept | 2" },
            { "kept:int parent:ref(Order)?", "kept:int", "kept, parent_id | 1, null", "kept | 2" },
            { "kept:int group:int", "kept:int", "kept, \"group\" | 1, 1", "kept | 2" },
            // limits
            { "note:string(10)", "note:string(20)", "note | 'x'", "note | 'y'" },
            { "note:string(10):unique", "note:text(20):unique", "note | gen_random_uuid()::text::char(8)", "note | 'y'" },
            { "note:string(10)", "note:string(5)", "note | 'x'", "note | 'y'" },
            { "note:email", "note:string(300)", "note | 'a@b'", "note | 'c@d'" },
            { "note:string(30)", "note:email", "note | 'a@b'", "note | 'c@d'" },
            { "kind:enum(a,b)", "kind:enum(a,b,c)=c", "kind | 'a'", "kind | 'b'" },
            { "kind:enum(a,b,c)", "kind:enum(a,b)", "kind | 'a'", "kind | 'b'" },
            { "tags:int[5]", "tags:int[6]", "tags | '{1}'", "tags | '{2}'" },
            { "total:decimal(5,2):index", "total:decimal(9,2):index", "total | 1.5", "total | 2.5" },
            // null and default
            { "note:string(10)", "note:string(10)?", "note | 'x'", "note | 'y'" },
            { "a:int b:int=1", "a:int=5 b:int", "a, b | 1, 2", "a, b | 3, 4" },
            { "a:int=1", "a:int=2", "a | 1", "a | 2" },
            // indexes
            { "a:int", "a:int:index", "a | 1", "a | 2" },
            { "a:int:index", "a:int", "a | 1", "a | 2" },
            { "a:string(5):index", "a:string(5)", "a | 'x'", "a | 'y'" },
            { "a:uuid", "a:uuid:unique", "a | gen_random_uuid()", "a | gen_random_uuid()" },
            { "a:uuid?:unique", "a:uuid?:index", "a | gen_random_uuid()", "a | gen_random_uuid()" },
            { "a:uuid:unique", "a:uuid", "a | gen_random_uuid()", "a | gen_random_uuid()" },
            // references
            { "parent:ref(Order)?", "parent:ref(Order,setNull)?", "parent_id | null", "parent_id | null" },
            { "parent:ref(Order,cascade)?", "parent:ref(Order)?", "parent_id | null", "parent_id | null" },
            // several at once
            {
                "a:string(5):unique b:int c:bool? d:enum(x):index=x",
                "a:string(9) b:int?:index=3 e:int?:index",
                "a, b, c, d | gen_random_uuid()::text::char(5), 2, null, 'x'",
                "a, b, e | 'abc', 1, 4"
            },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public Task EndsAsIfItHadAlwaysBeenSo(string before, string after, string oldRow, string newRow) =>
        TryAsync(Shop([], before), Shop([], after), oldRow, newRow);

    [Theory]
    [InlineData("code:string(5):unique", "code:string(5)", "code | gen_random_uuid()::text::char(5)", "code | 'x'")]
    [InlineData("code:string(8)", "code:string(8)?:unique", "code | gen_random_uuid()::text::char(8)", "code | 'x'")]
    [InlineData("kept:int code:string(5):unique", "kept:int", "kept, code | 1, gen_random_uuid()::text::char(5)", "kept | 2", true)]
    [InlineData("kept:int parent:ref(Order)?", "kept:int", "kept, parent_id | 1, null", "kept | 1")]
    [InlineData("parent:ref(Order)?", "parent:ref(Order,setNull)?", "parent_id | null", "parent_id | null")]
    public Task TheSameWhereDeletedRowsAreOnlyHidden(string before, string after, string oldRow, string newRow, bool leavesNulls = false) =>
        TryAsync(Shop(["softDelete"], before), Shop(["softDelete"], after), oldRow, newRow, leavesNulls);

    [Theory]
    [InlineData("kept:int code:string(5):unique", "kept:int", "kept, code | 1, gen_random_uuid()::text::char(5)", "kept | 2")]
    public Task LeavesRowsWithoutAValueThatHasNoStandIn(string before, string after, string oldRow, string newRow) =>
        TryAsync(Shop([], before), Shop([], after), oldRow, newRow, leavesNulls: true);

    private static Solution Shop(string[] traits, string fields) =>
        ModelEdit.AddEntity(
            new Solution(
                "Shop",
                Layout.Monolith,
                "1.0.0",
                new Options(Ids.Uuid, Errors.Envelope, Docker: true, Ci.None, Messaging.InProcess),
                []
            ),
            null,
            Name.Parse("Order"),
            null,
            [.. traits],
            [],
            FieldParser.ParseAll(fields)
        );

    /// <param name="before">The model that the table is made for.</param>
    /// <param name="after">The model that it follows.</param>
    /// <param name="oldRow">What a program from before writes.</param>
    /// <param name="newRow">What one from after writes.</param>
    /// <param name="leavesNulls">Whether rows that new programs write have to go before the way back.</param>
    private async Task TryAsync(Solution before, Solution after, string oldRow, string newRow, bool leavesNulls = false)
    {
        await using var database = await server.NewDatabaseAsync();
        await using var fresh = await server.NewDatabaseAsync();
        foreach (var one in new[] { database, fresh })
            await one.ExecuteAsync("create extension pg_trgm"); // which stays when the last index goes that needs it
        await MigrateAsync(fresh, new MigrationPlanner().Plan(null, after));
        await MigrateAsync(database, new MigrationPlanner().Plan(null, before));
        await InsertAsync(database, oldRow);
        var atFirst = await CatalogueAsync(database);
        var changes = new MigrationPlanner().Plan(before, after).Where(migration => !migration.IsUnlessThere).ToList();
        Assert.NotEmpty(changes);

        await MigrateAsync(database, changes.Where(migration => !migration.IsLater));
        await InsertAsync(database, oldRow);
        await InsertAsync(database, newRow);
        if (!leavesNulls)
            Assert.Equal("0", await NullsAsync(database, before));

        await MigrateAsync(database, changes.Where(migration => migration.IsLater));
        Assert.Equal(await CatalogueAsync(fresh), await CatalogueAsync(database));

        if (leavesNulls)
            await database.ExecuteAsync("delete from shop.orders");
        var rows = await database.QueryAsync("select count(*) from shop.orders");
        for (var steps = 1; steps < changes.Count; steps++) // wherever the way back ends, it can be gone again
        {
            await database.RollbackAsync(steps);
            await MigrateAsync(database, []);
            Assert.Equal(await CatalogueAsync(fresh), await CatalogueAsync(database));
        }
        await database.RollbackAsync(changes.Count);
        Assert.Equal(atFirst, await CatalogueAsync(database));
        Assert.Equal(rows, await database.QueryAsync("select count(*) from shop.orders"));

        await MigrateAsync(database, []);
        Assert.Equal(await CatalogueAsync(fresh), await CatalogueAsync(database));
    }

    /// <summary>How many rows a program from before could not read, for want of what it requires.</summary>
    private static async Task<string> NullsAsync(TestDatabase database, Solution before)
    {
        var required = before
            .Modules[0]
            .Entities[0]
            .Fields.Where(field => !field.Nullable)
            .Select(field => $"\"{field.Member.Snake}\" is null");
        return (
            await database.QueryAsync($"select count(*) from shop.orders where {string.Join(" or ", required.Append("false"))}")
        ).Single();
    }

    private static async Task MigrateAsync(TestDatabase database, IEnumerable<MigrationFile> migrations)
    {
        var next = Directory.GetFiles(database.Folder).Length;
        foreach (var migration in migrations)
            await File.WriteAllTextAsync(
                Path.Combine(database.Folder, $"{20260101000000 + next++}_{migration.Name}.sql"),
                migration.Text,
                TestContext.Current.CancellationToken
            );
        await database.MigrateAsync();
    }

    private static Task InsertAsync(TestDatabase database, string row)
    {
        var (columns, values) = (row.Split(" | ")[0], row.Split(" | ")[1]);
        return database.ExecuteAsync($"insert into shop.orders (id, {columns}) values (gen_random_uuid(), {values})");
    }

    /// <summary>A column that was gone and is back stands last.</summary>
    private static async Task<IEnumerable<string>> CatalogueAsync(TestDatabase database) =>
        (await database.QueryAsync(Catalogue.Query)).Select(line => Position().Replace(line, "$1")).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^(column \S+) \d+")]
    private static partial Regex Position();
}
