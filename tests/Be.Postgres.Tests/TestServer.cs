using Acme.Testing.Postgres;

[assembly: AssemblyFixture(typeof(Be.Postgres.Tests.TestServer))]

namespace Be.Postgres.Tests;

/// <summary>The one PostgreSQL of all tests in this assembly.</summary>
public sealed class TestServer : IAsyncLifetime
{
    private PostgresServer server = null!;

    public async ValueTask InitializeAsync() => server = await PostgresServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    /// <summary>A database of the test's own, with an empty folder for its migrations.</summary>
    internal async Task<TestDatabase> NewDatabaseAsync() =>
        new(server, await server.CreateDatabaseAsync("be", TestContext.Current.CancellationToken));
}
