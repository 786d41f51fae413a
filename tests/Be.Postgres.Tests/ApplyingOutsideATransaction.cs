using Acme.Platform.Migrations;

namespace Be.Postgres.Tests;

public sealed class ApplyingOutsideATransaction(TestServer server)
{
    private const string Alone = "transaction:false";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunsWhatATransactionRefuses()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "create table a (id int);", "drop table a;");
        database.Write("2_b.sql", "create unique index concurrently a_id on a (id);", "drop index concurrently a_id;", Alone, Alone);
        database.Write("3_c.sql", "vacuum a;", "select 1;", Alone);

        await database.MigrateAsync();
        Assert.Equal(["True"], await database.QueryAsync("select indisvalid from pg_index where indexrelid = 'a_id'::regclass"));

        Assert.Equal(["3_c.sql", "2_b.sql"], await database.RollbackAsync(2));
        Assert.Empty(await database.QueryAsync("select 1 from pg_class where relname = 'a_id'"));
    }

    [Fact]
    public async Task LetsABackfillCommitAsItGoes()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "create table a as select n as id, null::int as twice from generate_series(1, 250) n;");
        database.Write(
            "2_b.sql",
            """
            do $$
            begin
              loop
                update a set twice = id * 2 where id in (select id from a where twice is null limit 100);
                exit when not found;
                commit;
              end loop;
            end $$;
            """,
            upOptions: Alone
        );

        await database.MigrateAsync();

        Assert.Equal(["250|3"], await database.QueryAsync("select count(twice), count(distinct xmin::text) from a"));
    }

    [Fact]
    public async Task SetsTimeoutsForTheStatementAndTakesThemBack()
    {
        await using var database = await server.NewDatabaseAsync();
        const string settings = "select current_setting('lock_timeout') l, current_setting('statement_timeout') s";
        database.Write("1_default.sql", $"create table a as {settings};", upOptions: Alone);
        database.Write("2_told.sql", $"create table b as {settings};", upOptions: "transaction:false lock_timeout:3s statement_timeout:1h");
        database.Write("3_next.sql", $"create table c as {settings};");

        await database.MigrateAsync();

        Assert.Equal(
            ["2s|0", "3s|1h", "0|0"],
            await database.QueryAsync("select * from a union all select * from b union all select * from c")
        );
    }

    [Fact]
    public async Task LetsAConcurrentBuildWaitLongerForLocks()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write(
            "1_a.sql",
            """
            create function settings(int) returns int immutable language plpgsql as
              $$ begin raise exception 'lock % statement %', current_setting('lock_timeout'), current_setting('statement_timeout'); end $$;
            create table a as select 1 as id;
            """
        );
        database.Write("2_b.sql", "create index concurrently a_id on a (settings(id));", upOptions: Alone);

        var error = await Assert.ThrowsAsync<MigrationException>(database.MigrateAsync);

        Assert.Equal("lock 5min statement 0 (P0001)", error.Problem);
    }

    [Fact]
    public async Task NamesTheFileWhenATimeoutIsNoDuration()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "select 1;", upOptions: "transaction:false lock_timeout:soon");

        var error = await Assert.ThrowsAsync<MigrationException>(database.MigrateAsync);

        Assert.Equal("1_a.sql: invalid value for parameter \"lock_timeout\": \"soon\" (22023)", error.Message);
    }

    [Fact]
    public async Task SaysWhatToDoAboutALockThatIsTaken()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "create table a (id int);");
        await database.MigrateAsync();
        await using var other = await database.Source.OpenConnectionAsync(Token);
        await using var transaction = await other.BeginTransactionAsync(Token);
        await using (var hold = new Npgsql.NpgsqlCommand("lock table a", other))
            await hold.ExecuteNonQueryAsync(Token);
        database.Write("2_b.sql", "set local lock_timeout = '100ms';\nalter table a add column b int;");

        var error = await Assert.ThrowsAsync<MigrationException>(database.MigrateAsync);

        Assert.Equal(("2_b.sql", 3), (error.File, error.Line));
        Assert.Contains("lock_timeout", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DoesNotRecordWhatFails()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "vacuum nothing;", upOptions: Alone);

        var error = await Assert.ThrowsAsync<MigrationException>(database.MigrateAsync);

        Assert.Equal(("1_a.sql", 2, "vacuum nothing"), (error.File, error.Line, error.Statement));
        Assert.Empty(await database.VersionsAsync());
    }
}
