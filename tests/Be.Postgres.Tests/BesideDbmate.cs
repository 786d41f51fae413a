namespace Be.Postgres.Tests;

public sealed class BesideDbmate(TestServer server)
{
    private const string TableDefinition = """
        select n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attnum, pg_get_expr(d.adbin, d.adrelid),
               (select string_agg(pg_get_constraintdef(oid) || ' ' || conname, ';') from pg_constraint where conrelid = c.oid),
               (select string_agg(indexdef, ';') from pg_indexes where schemaname = n.nspname and tablename = c.relname)
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
        where c.relname = 'schema_migrations' and c.relkind = 'r'
        """;

    [Fact]
    public async Task MakesTheSameTable()
    {
        var dbmate = await Dbmate.InstalledAsync();
        await using var ours = await NewDatabaseAsync();
        await using var theirs = await NewDatabaseAsync();

        await ours.MigrateAsync();
        await dbmate.RunAsync(theirs.ConnectionString, theirs.Folder, "up");

        var definition = Assert.Single(await ours.QueryAsync(TableDefinition));
        Assert.Equal(definition, Assert.Single(await theirs.QueryAsync(TableDefinition)));
        Assert.Equal(await theirs.VersionsAsync(), await ours.VersionsAsync());
    }

    [Fact]
    public async Task FindsWhatDbmateAppliedAndUndoesIt()
    {
        var dbmate = await Dbmate.InstalledAsync();
        await using var database = await NewDatabaseAsync();

        await dbmate.RunAsync(database.ConnectionString, database.Folder, "up");
        Assert.Empty(await database.MigrateAsync());
        await AssertSameStatusAsync(dbmate, database, "xxxx");

        Assert.Equal(["20260103000000_c.sql"], await database.RollbackAsync());
        await AssertSameStatusAsync(dbmate, database, "xxx-");
        Assert.Equal(["20260102000000_b.sql", "20260101000000_a.sql", "0001_first.sql"], await database.RollbackAsync(3));
        await AssertSameStatusAsync(dbmate, database, "----");
    }

    [Fact]
    public async Task LeavesWhatDbmateFindsAndCanUndo()
    {
        var dbmate = await Dbmate.InstalledAsync();
        await using var database = await NewDatabaseAsync();

        await database.MigrateAsync();
        await dbmate.RunAsync(database.ConnectionString, database.Folder, "up");
        await AssertSameStatusAsync(dbmate, database, "xxxx");

        await dbmate.RunAsync(database.ConnectionString, database.Folder, "rollback");
        await AssertSameStatusAsync(dbmate, database, "xxx-");
        await dbmate.RunAsync(database.ConnectionString, database.Folder, "rollback");
        await AssertSameStatusAsync(dbmate, database, "xx--");

        Assert.Equal(["20260102000000_b.sql", "20260103000000_c.sql"], await database.MigrateAsync());
        await AssertSameStatusAsync(dbmate, database, "xxxx");
    }

    private static async Task AssertSameStatusAsync(Dbmate dbmate, TestDatabase database, string applied)
    {
        var status = await database.StatusAsync();
        Assert.Equal(applied, string.Concat(status.Select(line => line[0])));
        Assert.Equal(await dbmate.StatusAsync(database.ConnectionString, database.Folder), status);
    }

    private async Task<TestDatabase> NewDatabaseAsync()
    {
        var database = await server.NewDatabaseAsync();
        database.Write("0001_first.sql", "select 'a;b'; -- ;", "select 1;");
        database.Write("20260101000000_a.sql", "set local lock_timeout = '2s';\ncreate table a (id int);", "drop table a;");
        database.Write(
            "20260102000000_b.sql",
            "create unique index concurrently a_id on a (id);",
            "drop index concurrently a_id;",
            "transaction:false statement_timeout:1h",
            "transaction:false lock_timeout:1s"
        );
        database.Write(
            "20260103000000_c.sql",
            "create function f() returns int language sql begin atomic select case when true then 1 end; end;\ndo $$ begin perform f(); end $$;",
            "drop function f();"
        );
        return database;
    }
}
