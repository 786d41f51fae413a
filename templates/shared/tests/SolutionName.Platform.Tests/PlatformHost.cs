using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Acme.Platform.Errors;
using Acme.Platform.Http;
using Acme.Platform.Validation;
#if (accounts)
using Acme.Testing;
#endif

namespace Acme.Platform.Tests;

/// <summary>A server with the platform and a few endpoints of its own; its database does not exist.</summary>
public sealed class PlatformHost : IAsyncLifetime
{
    private WebApplication app = null!;

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(
            [new("ConnectionStrings:Default", "Host=127.0.0.1;Port=1;Database=none;Username=none;Timeout=1")]);
        builder.AddPlatform();
#if (accounts)
        builder.LetEverybodyIn();
#endif

        app = builder.Build();
        app.UsePlatform();
        app.MapPost("/probes", (Probe probe) => RequestRules.Check(probe) is { } error ? error : Results.Ok(probe));
        app.MapPatch("/probes", (MergePatch patch) => patch.ApplyTo(new Probe { Name = "before", Facts = JsonElement.Parse("""{"a":1,"b":2}""") }));
        app.MapGet("/versioned", () => TypedResults.Ok(new Probe { Name = "seven" }).Tagged(7));
        app.MapPut("/versioned", (IfMatch ifMatch) => ifMatch.Versions is { } versions ? string.Join(' ', versions) : "any");
        app.MapGet("/thrown", IResult () => throw new InvalidOperationException("the secret of the house"));
        app.MapGet("/refused", IResult () => throw new ApiException(ApiError.Conflict("Not now.")));

        await app.StartAsync();
        Client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) })
        {
            BaseAddress = new Uri(app.Urls.Single()),
        };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}

public sealed record Probe
{
    [Required, Text(5)]
    public string? Name { get; init; }

    public decimal? Amount { get; init; }

    public ProbeKind? Kind { get; init; }

    public DateTimeOffset? At { get; init; }

    [Storable]
    public JsonElement? Facts { get; init; }

    [Items(2), Text(3)]
    public IReadOnlyList<string>? Tags { get; init; }
}

public enum ProbeKind
{
    Small,
    QuiteLarge,
}
