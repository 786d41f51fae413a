using Npgsql;
using Acme.Platform.Database;

namespace Acme.Platform.Tests;

/// <summary>A statement that comes again and again is parsed once a connection.</summary>
public sealed class PreparedStatements(TestServer server) : IAsyncLifetime
{
    private const int Often = 6;

    private string connection = null!;
    private NpgsqlDataSource source = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        connection = await server.CreateDatabaseAsync();
        source = DataSource.Create(connection + ";Maximum Pool Size=1");
        await using var command = source.CreateCommand("create table things (id int primary key, size int not null); insert into things values (1, 7)");
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        await server.DropDatabaseAsync(connection);
    }

    [Fact]
    public async Task AreMadeOfWhatComesOften()
    {
        await AskOftenAsync();

        Assert.Contains("select size from things where id = $1", await PreparedAsync());
    }

    [Fact]
    public async Task OutliveAMigrationThatChangesAType()
    {
        await AskOftenAsync();
        await MigrateAsync();

        Assert.Equal(7L, await SizeAsync());
    }

    [Fact]
    public async Task OutliveItInATransaction()
    {
        await AskOftenAsync();
        await MigrateAsync();
        await using var session = new DatabaseSession(source);

        Assert.Equal(7L, await session.InTransactionAsync(_ => SizeAsync(session), Cancellation));
    }

    private async Task AskOftenAsync()
    {
        for (var i = 0; i < Often; i++)
            Assert.Equal(7L, await SizeAsync());
    }

    private async Task<long> SizeAsync()
    {
        await using var session = new DatabaseSession(source);
        return await SizeAsync(session);
    }

    private static async Task<long> SizeAsync(DatabaseSession session)
    {
        await using var command = session.CreateCommand("select size from things where id = $1");
        return (await command.With(1).FindAsync(row => (object)row.GetInt64(0), Cancellation)) is long size ? size : 0;
    }

    private async Task<List<string>> PreparedAsync()
    {
        await using var command = source.CreateCommand("select statement from pg_prepared_statements");
        return await command.ListAsync(row => row.GetString(0), Cancellation);
    }

    private async Task MigrateAsync()
    {
        await using var other = new NpgsqlConnection(connection);
        await other.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand("alter table things alter column size type bigint", other);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
