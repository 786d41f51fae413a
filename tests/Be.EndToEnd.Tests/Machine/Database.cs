using Acme.Testing.Postgres;
using Npgsql;

namespace Be.EndToEnd.Tests;

/// <summary>A database of one test.</summary>
internal sealed class Database(PostgresServer server, string connectionString) : IAsyncDisposable
{
    public string ConnectionString { get; } = connectionString;

    /// <summary>Runs a query and gives each row's first column.</summary>
    public async Task<IReadOnlyList<string>> QueryAsync(string sql)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString
        );
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<string>();
        while (await reader.ReadAsync(cancellation))
            rows.Add(reader.GetString(0));
        return rows;
    }

    /// <summary>Everything in the database but the list of applied migrations: a line each, sorted.</summary>
    public Task<IReadOnlyList<string>> CatalogueAsync() => QueryAsync(Catalogue.Query);

    public async ValueTask DisposeAsync() => await server.DropDatabaseAsync(ConnectionString, CancellationToken.None);
}
