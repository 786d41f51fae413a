using Acme.Testing.Postgres;

namespace Acme.Platform.Tests;

/// <summary>A PostgreSQL for tests that need databases of their own.</summary>
public sealed class TestServer : IAsyncLifetime
{
    private PostgresServer server = null!;

    public async ValueTask InitializeAsync() => server = await PostgresServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    /// <summary>How to connect, as a role that may create databases.</summary>
    public string ConnectionString => server.ConnectionString;

    /// <returns>The connection string of an empty database.</returns>
    public Task<string> CreateDatabaseAsync() => server.CreateDatabaseAsync("platform", TestContext.Current.CancellationToken);

    public Task DropDatabaseAsync(string connectionString) => server.DropDatabaseAsync(connectionString);
}
