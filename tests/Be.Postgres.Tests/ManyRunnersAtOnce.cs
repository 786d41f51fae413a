using Acme.Platform.Migrations;
using Npgsql;

namespace Be.Postgres.Tests;

public sealed class ManyRunnersAtOnce(TestServer server)
{
    [Fact(Timeout = 60_000)]
    public async Task ApplyEachFileOnce()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "create table a (id int);\nselect pg_sleep(0.2);");
        database.Write("2_b.sql", "insert into a select generate_series(1, 10000);");
        database.Write("3_c.sql", "create unique index concurrently a_id on a (id);", upOptions: "transaction:false");
        database.Write("4_d.sql", "create schema d;\ncreate table d.t (id int primary key);");
        database.Write("5_e.sql", "create index concurrently t_id on d.t (id);", upOptions: "transaction:false");

        var runs = Enumerable.Range(0, 8).Select(_ => RunAsync(database));
        var applied = await Task.WhenAll(runs);

        Assert.Equal(
            ["1_a.sql", "2_b.sql", "3_c.sql", "4_d.sql", "5_e.sql"],
            applied.SelectMany(each => each).Select(each => each.File).Order()
        );
        Assert.Equal(["1", "2", "3", "4", "5"], await database.VersionsAsync());
        Assert.Equal(["10000"], await database.QueryAsync("select count(*) from a"));
        Assert.Empty(await database.QueryAsync("select 1 from pg_index where not indisvalid"));
    }

    [Fact(Timeout = 60_000)]
    public async Task GoOnAfterTheOneThatMigratedFailed()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "create table a (id int);");
        database.Write("2_b.sql", "select pg_sleep(0.1); select 1/0;");

        var runs = Enumerable.Range(0, 4).Select(_ => Assert.ThrowsAsync<MigrationException>(() => RunAsync(database)));
        var errors = await Task.WhenAll(runs);

        Assert.All(errors, error => Assert.Equal("2_b.sql", error.File));
        Assert.Equal(["1"], await database.VersionsAsync());
    }

    /// <summary>Each with a pool of its own, as processes have.</summary>
    private static async Task<IReadOnlyList<AppliedMigration>> RunAsync(TestDatabase database)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        return await new MigrationRunner(source, database.Folder).MigrateAsync(cancellationToken: TestContext.Current.CancellationToken);
    }
}
