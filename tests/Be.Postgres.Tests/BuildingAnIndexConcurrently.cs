using Acme.Platform.Migrations;
using Npgsql;

namespace Be.Postgres.Tests;

public sealed class BuildingAnIndexConcurrently(TestServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("create index concurrently a_id on a (id)", "a_id", "a")]
    [InlineData("CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS A_id ON ONLY Shop.a USING btree (id)", "A_id", "Shop.a")]
    [InlineData(
        "create index /* ; */ concurrently -- x\n \"A \"\"id\" on \"My shop\" . \"a.b\" (id)",
        "\"A \"\"id\"",
        "\"My shop\".\"a.b\""
    )]
    public void NamesTheIndexAndItsTable(string sql, string name, string table)
    {
        Assert.Equal(new ConcurrentIndex(name, table), ConcurrentIndex.In(sql));
    }

    [Theory]
    [InlineData("create index a_id on a (id)")]
    [InlineData("create index concurrently on a (id)")]
    [InlineData("create index concurrently if not exists a_id")]
    [InlineData("create index concurrently (a)")]
    [InlineData("drop index concurrently a_id")]
    [InlineData("select 'create index concurrently a_id on a'")]
    [InlineData("create")]
    public void LeavesOtherStatementsAlone(string sql)
    {
        Assert.Null(ConcurrentIndex.In(sql));
    }

    [Theory]
    [InlineData("create unique index concurrently a_id on a (id)")]
    [InlineData("create unique index concurrently if not exists A_ID on public.A (id)")]
    [InlineData("create unique index concurrently \"A id\" on a (id)")]
    [InlineData("create unique index concurrently a_name_that_is_much_longer_than_the_sixty_three_bytes_of_a_name on a (id)")]
    public async Task ReplacesTheInvalidIndexOfAnEarlierTry(string sql)
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "create table a (id int);\ninsert into a values (1), (1);");
        database.Write("2_b.sql", sql, upOptions: "transaction:false");
        await Assert.ThrowsAsync<MigrationException>(database.MigrateAsync);
        Assert.Equal(["False"], await database.QueryAsync("select indisvalid from pg_index where indrelid = 'a'::regclass"));

        await database.ExecuteAsync("truncate a");
        await database.MigrateAsync();

        Assert.Equal(["True"], await database.QueryAsync("select indisvalid from pg_index where indrelid = 'a'::regclass"));
    }

    [Fact]
    public async Task LeavesAValidIndexOfThatNameAlone()
    {
        await using var database = await server.NewDatabaseAsync();
        await database.ExecuteAsync("create table a (id int, b int); create index a_id on a (b)");
        database.Write("1_a.sql", "create index concurrently a_id on a (id);", upOptions: "transaction:false");

        var error = await Assert.ThrowsAsync<MigrationException>(database.MigrateAsync);

        Assert.StartsWith("relation \"a_id\" already exists", error.Problem, StringComparison.Ordinal);
        Assert.Single(await database.QueryAsync("select 1 from pg_class where relname = 'a_id'"));
    }

    [Fact]
    public async Task LeavesTheInvalidIndexOfAnotherTableAlone()
    {
        await using var database = await server.NewDatabaseAsync();
        await database.ExecuteAsync("create schema s; create table s.a (id int); insert into s.a values (1), (1); create table a (id int)");
        await Assert.ThrowsAsync<PostgresException>(() => database.ExecuteAsync("create unique index concurrently a_id on s.a (id)"));
        database.Write("1_a.sql", "create index concurrently a_id on a (id);", upOptions: "transaction:false");

        await database.MigrateAsync();

        Assert.Equal(
            ["public|True", "s|False"],
            await database.QueryAsync(
                "select relnamespace::regnamespace::text, indisvalid from pg_index join pg_class c on c.oid = indexrelid where relname = 'a_id' order by 1"
            )
        );
    }

    [Fact]
    public async Task BuildsItAgainAfterItWasCancelled()
    {
        await using var database = await server.NewDatabaseAsync();
        await database.ExecuteAsync("create table a (id int)");
        database.Write("1_a.sql", "create index concurrently a_id on a (id);", upOptions: "transaction:false");
        await using (var reader = await OpenTransactionAsync(database))
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
            stop.CancelAfter(TimeSpan.FromSeconds(1));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.Runner.MigrateAsync(cancellationToken: stop.Token));
            Assert.Equal(["False"], await database.QueryAsync("select indisvalid from pg_index where indexrelid = 'a_id'::regclass"));
        }

        Assert.Equal(["1_a.sql"], await database.MigrateAsync());
        Assert.Equal(["True"], await database.QueryAsync("select indisvalid from pg_index where indexrelid = 'a_id'::regclass"));
    }

    [Fact(Timeout = 60_000)]
    public async Task DoesNotWaitForRunnersThatWaitForIt()
    {
        await using var database = await server.NewDatabaseAsync();
        await database.ExecuteAsync("create table a (id int)");
        database.Write("1_a.sql", "create index concurrently a_id on a (id);", upOptions: "transaction:false");
        var waiting = 0;
        Task<IReadOnlyList<AppliedMigration>>[] runs;
        await using (var reader = await OpenTransactionAsync(database))
        {
            runs =
            [
                .. Enumerable
                    .Range(0, 4)
                    .Select(_ =>
                        new MigrationRunner(database.Source, database.Folder)
                        {
                            OnWaiting = () => Interlocked.Increment(ref waiting),
                        }.MigrateAsync(cancellationToken: Token)
                    ),
            ];
            while (Volatile.Read(ref waiting) < 3)
                await Task.Delay(20, Token);
            Assert.Equal(
                ["1"],
                await database.QueryAsync(
                    "select count(*) from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())"
                )
            );
        }

        var applied = await Task.WhenAll(runs);

        Assert.Equal("1_a.sql", Assert.Single(applied.SelectMany(each => each)).File);
        Assert.Equal(3, waiting);
    }

    /// <summary>A transaction that a concurrent build has to wait for, until it is disposed.</summary>
    private static async Task<NpgsqlConnection> OpenTransactionAsync(TestDatabase database)
    {
        var connection = await database.Source.OpenConnectionAsync(Token);
        await using var command = new NpgsqlCommand("begin; insert into a values (1)", connection);
        await command.ExecuteNonQueryAsync(Token);
        return connection;
    }
}
