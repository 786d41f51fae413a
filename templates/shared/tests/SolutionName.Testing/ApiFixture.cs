using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
#if (accounts && services)
using Microsoft.AspNetCore.TestHost;
#endif
using Xunit;
#if (accounts)
using Acme.Platform.Access;
#endif
using Acme.Testing.Postgres;
#if (rabbitmq)
using Acme.Testing.RabbitMq;
#endif

namespace Acme.Testing;

/// <summary>A whole API on a database of its own, migrated; one for all tests of an assembly.</summary>
/// <typeparam name="TProgram">Its class Program.</typeparam>
public sealed class ApiFixture<TProgram> : IAsyncLifetime
    where TProgram : class
{
    // All tests together are one address.
    private const string Plenty = "1000000000";

    private PostgresServer server = null!;
    private string database = null!;
#if (rabbitmq)
    private BrokerSpace broker = null!;
#endif
    private WebApplicationFactory<TProgram> factory = null!;
#if (accounts)
    private readonly Guid user = Guid.NewGuid();
#endif

    /// <summary>Whether its server listens on a port, as servers do; else it is called in memory, which is faster.</summary>
    public bool OverNetwork { get; init; }

#if (accounts)
    /// <summary>Calls the API as somebody who may do everything.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Calls it as another user who may.</summary>
    public HttpClient Other { get; private set; } = null!;

    /// <summary>Calls it as nobody.</summary>
    public HttpClient Stranger { get; private set; } = null!;
#else
    /// <summary>Calls the API.</summary>
    public HttpClient Client { get; private set; } = null!;
#endif

    /// <summary>What the API itself works with.</summary>
    public IServiceProvider Services => factory.Services;

    public async ValueTask InitializeAsync()
    {
        server = await PostgresServer.StartAsync(CancellationToken.None);
        database = await server.CreateDatabaseAsync("tests", CancellationToken.None);
#if (rabbitmq)
        broker = await BrokerSpace.NewAsync();
#endif
        factory = new WebApplicationFactory<TProgram>().WithWebHostBuilder(host =>
        {
            host.UseSetting("ConnectionStrings:Default", database);
            host.UseSetting("RateLimits:PerAddress:Permits", Plenty);
#if (accounts)
            host.UseSetting("RateLimits:PerCaller:Permits", Plenty);
            host.UseSetting("RateLimits:Attempts:Permits", Plenty);
#endif
#if (rabbitmq)
            foreach (var (name, value) in broker.Settings)
                host.UseSetting(name, value);
#endif
#if (accounts && services)
            host.ConfigureTestServices(services => services.KeepKeysInMemory()); // the service of the accounts is not there
#endif
        });
        if (OverNetwork)
            factory.UseKestrel(server => server.Listen(IPAddress.Loopback, 0));
#if (accounts)
        Client = ClientWith(Permissions.Everything);
        Other = ClientOf(Guid.NewGuid(), Permissions.Everything);
        Stranger = factory.CreateClient();
#else
        Client = factory.CreateClient();
#endif
    }
#if (accounts)

    /// <summary>Calls the API as the same user, who may do no more than this.</summary>
    public HttpClient ClientWith(params IEnumerable<string> permissions) => ClientOf(user, permissions);

    private HttpClient ClientOf(Guid caller, params IEnumerable<string> permissions)
    {
        var client = factory.CreateClient();
        client.DefaultRequestHeaders.Authorization = Tokens.For(factory.Services, caller, permissions);
        return client;
    }
#endif

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
#if (accounts)
        Other.Dispose();
        Stranger.Dispose();
#endif
        await factory.DisposeAsync();
#if (rabbitmq)
        await broker.DisposeAsync();
#endif
        await server.DropDatabaseAsync(database, CancellationToken.None);
        await server.DisposeAsync();
    }
}
