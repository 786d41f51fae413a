using Acme.Platform.Migrations;
using Npgsql;

namespace Be.Postgres.Tests;

public sealed class ApplyingMigrations(TestServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunsEachFileOnceInOrder()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("20260102000000_b.sql", "insert into a values (1);");
        database.Write("20260101000000_a.sql", "create table a (id int);");

        Assert.Equal(["20260101000000_a.sql", "20260102000000_b.sql"], await database.MigrateAsync());
        Assert.Empty(await database.MigrateAsync());
        Assert.Equal(["20260101000000", "20260102000000"], await database.VersionsAsync());
        Assert.Equal(["1"], await database.QueryAsync("select id from a"));
    }

    [Fact]
    public async Task ReportsEachFileAsSoonAsItIsApplied()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "select pg_sleep(0.05);");
        database.Write("2_b.sql", "select 1/0;");
        var reported = new List<AppliedMigration>();

        await Assert.ThrowsAsync<MigrationException>(() => database.Runner.MigrateAsync(reported.Add, Token));

        var applied = Assert.Single(reported);
        Assert.Equal(("1", "1_a.sql"), (applied.Version, applied.File));
        Assert.InRange(applied.Elapsed, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task AppliesAFileThatArrivesLateWithAnEarlierVersion()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("2_b.sql", "create table b (id int);");
        await database.MigrateAsync();
        database.Write("1_a.sql", "create table a (id int);");

        Assert.Equal(["1_a.sql"], await database.MigrateAsync());
    }

    [Fact]
    public async Task HasNothingToDoInAnEmptyFolder()
    {
        await using var database = await server.NewDatabaseAsync();

        Assert.Empty(await database.MigrateAsync());
        Assert.Empty(await database.VersionsAsync());
    }

    [Fact]
    public async Task KeepsAFailedFileOutAltogether()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "create table a (id int);");
        database.Write("2_b.sql", "create table b (id int);\ninsert into a values (1);\n\nalter table a\n  add column id int;");
        database.Write("3_c.sql", "create table c (id int);");

        var error = await Assert.ThrowsAsync<MigrationException>(database.MigrateAsync);

        Assert.Equal(("2_b.sql", 5, "alter table a add column id int"), (error.File, error.Line, error.Statement));
        Assert.Equal(
            "2_b.sql:5: column \"id\" of relation \"a\" already exists (42701), in: alter table a add column id int",
            error.Message
        );
        Assert.Equal(["1"], await database.VersionsAsync());
        Assert.Equal(
            ["a", "schema_migration_files", "schema_migrations"],
            await database.QueryAsync("select tablename from pg_tables where schemaname = 'public' order by 1")
        );
        Assert.Empty(await database.QueryAsync("select id from a"));
    }

    [Fact]
    public async Task NamesTheLineThatPostgresPointsAt()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "select 1;\nselect '😀',\n  1,\n  nothing\nfrom pg_class;");

        var error = await Assert.ThrowsAsync<MigrationException>(database.MigrateAsync);

        Assert.Equal(5, error.Line);
    }

    [Fact]
    public async Task GoesOnWhereItFailedOnceTheFileIsMended()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "create table a (id int);");
        database.Write("2_b.sql", "create table b (id integer_);");
        await Assert.ThrowsAsync<MigrationException>(database.MigrateAsync);
        database.Write("2_b.sql", "create table b (id integer);");

        Assert.Equal(["2_b.sql"], await database.MigrateAsync());
    }

    [Fact]
    public async Task RefusesAnUnreadableFileBeforeItRunsAny()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "create table a (id int);");
        database.Write("2_b.sql", "select 'open;");

        await Assert.ThrowsAsync<MigrationException>(database.MigrateAsync);

        Assert.Empty(await database.VersionsAsync());
    }

    [Fact]
    public async Task NamesTheFileWhenItsCommitFails()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "create table a (id int unique deferrable initially deferred);\ninsert into a values (1), (1);");

        var error = await Assert.ThrowsAsync<MigrationException>(database.MigrateAsync);

        Assert.Equal("1_a.sql", error.File);
        Assert.StartsWith("duplicate key value", error.Problem, StringComparison.Ordinal);
        Assert.Empty(await database.VersionsAsync());
    }

    [Fact]
    public async Task RecordsItselfWhateverAFileDoesToItsSession()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write(
            "1_a.sql",
            "select set_config('search_path', '', false); set statement_timeout = '10s'; set role pg_monitor; reset role;"
        );
        database.Write(
            "2_b.sql",
            "create table b as select current_setting('search_path') as path, current_setting('statement_timeout') as timeout;"
        );

        await database.MigrateAsync();

        Assert.Equal(["1", "2"], await database.QueryAsync("select version from public.schema_migrations order by 1"));
        Assert.Equal(["\"$user\", public|0"], await database.QueryAsync("select * from public.b"));
    }

    [Fact]
    public async Task KeepsItsTableInTheFirstSchemaOfTheSearchPath()
    {
        await using var database = await server.NewDatabaseAsync();
        await database.ExecuteAsync("create schema \"My app\"");
        database.Write("1_a.sql", "create table a (id int);");
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(database.ConnectionString) { SearchPath = "\"My app\",public" }
        );

        await new MigrationRunner(source, database.Folder).MigrateAsync(cancellationToken: Token);

        Assert.Equal(["1"], await database.QueryAsync("select version from \"My app\".schema_migrations"));
    }

    [Fact]
    public async Task WaitsForAStatementLongerThanACommandWouldUnlessCancelled()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "create table a (id int);\nselect pg_sleep(60);");
        await using var impatient = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(database.ConnectionString) { CommandTimeout = 1 }
        );
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        stop.CancelAfter(TimeSpan.FromSeconds(2));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new MigrationRunner(impatient, database.Folder).MigrateAsync(cancellationToken: stop.Token)
        );

        Assert.Empty(await database.VersionsAsync());
        Assert.Empty(await database.QueryAsync("select 1 from pg_tables where tablename = 'a'"));
        Assert.Empty(
            await database.QueryAsync(
                "select 1 from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())"
            )
        );
    }

    [Fact]
    public async Task NamesTheStatementWhenTheServerEndsTheSession()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "select 1;\nselect pg_terminate_backend(pg_backend_pid());");

        var error = await Assert.ThrowsAsync<MigrationException>(database.MigrateAsync);

        Assert.Equal(("1_a.sql", 3), (error.File, error.Line));
        Assert.Empty(await database.VersionsAsync());
    }
}
