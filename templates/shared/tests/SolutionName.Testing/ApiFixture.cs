using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;
using Acme.Testing.Postgres;

namespace Acme.Testing;

/// <summary>A whole API on a database of its own, migrated; one for all tests of an assembly.</summary>
/// <typeparam name="TProgram">Its class Program.</typeparam>
public sealed class ApiFixture<TProgram> : IAsyncLifetime
    where TProgram : class
{
    private PostgresServer server = null!;
    private string database = null!;
    private WebApplicationFactory<TProgram> factory = null!;

    /// <summary>Calls the API in memory.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>What the API itself works with.</summary>
    public IServiceProvider Services => factory.Services;

    public async ValueTask InitializeAsync()
    {
        server = await PostgresServer.StartAsync(CancellationToken.None);
        database = await server.CreateDatabaseAsync("tests", CancellationToken.None);
        factory = new WebApplicationFactory<TProgram>()
            .WithWebHostBuilder(host => host.UseSetting("ConnectionStrings:Default", database));
        Client = factory.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await factory.DisposeAsync();
        await server.DropDatabaseAsync(database, CancellationToken.None);
        await server.DisposeAsync();
    }
}
