using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
#if (accounts)
using Acme.Testing;
#endif

namespace Acme.Platform.Tests.Requests;

/// <summary>A server with the platform, with settings, endpoints and a log of its own. Its database does not exist unless the settings name one.</summary>
internal sealed class OwnApi : IAsyncDisposable
{
    private OwnApi(WebApplication app, CapturedLog log)
    {
        App = app;
        Log = log;
        Address = new Uri(app.Urls.Single());
        Client = new HttpClient { BaseAddress = Address };
    }

    public WebApplication App { get; }

    public CapturedLog Log { get; }

    public Uri Address { get; }

    public HttpClient Client { get; }

    /// <param name="map">Its endpoints.</param>
    /// <param name="settings">Its configuration.</param>
    /// <param name="environment">Where it believes to be.</param>
    /// <param name="before">What stands before the platform.</param>
    /// <param name="add">Its services, beside the platform's.</param>
    public static async Task<OwnApi> StartAsync(
        Action<WebApplication> map, Dictionary<string, string?>? settings = null, string environment = "Production",
        Action<WebApplication>? before = null, Action<IServiceCollection>? add = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(
            [new("ConnectionStrings:Default", "Host=127.0.0.1;Port=1;Database=none;Username=none;Timeout=1")]);
        builder.Configuration.AddInMemoryCollection(settings);
        var log = new CapturedLog();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.AddPlatform();
#if (accounts)
        builder.LetEverybodyIn();
#endif
        add?.Invoke(builder.Services);

        var app = builder.Build();
        before?.Invoke(app);
        app.UsePlatform();
        map(app);
        try
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
            return new OwnApi(app, log);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts one in development, on a database.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="map">Its endpoints.</param>
    /// <param name="add">Its services, beside the platform's.</param>
    public static Task<OwnApi> StartOnAsync(
        string connection, Action<WebApplication> map, Action<IServiceCollection>? add = null) =>
        StartAsync(map, new() { ["ConnectionStrings:Default"] = connection }, "Development", before: null, add);

    /// <summary>Sends what no HTTP client would, and reads until the server closes the connection.</summary>
    public Task<RawAnswer> SendAsync(params IReadOnlyList<string> pieces) =>
        RawAnswer.ReadAsync(Address, [.. pieces.Select(Encoding.Latin1.GetBytes)]);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
    }
}
