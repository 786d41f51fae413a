using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Acme.Platform.Tests.Telemetry;

/// <summary>Receives what programs tell of themselves: OTLP 1.x over HTTP.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Signal, WireMessage Message)> received = [];

    private Collector(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    /// <summary>Of each metric: the name of its meter, and itself.</summary>
    public IReadOnlyList<(string Source, WireMessage Message)> Metrics => Scoped("metrics");

    /// <summary>The names that programs give themselves.</summary>
    public IEnumerable<string> Services =>
        received.SelectMany(one => one.Message.All(1, 1, 1)).Where(IsNamed("service.name")).Select(attribute => attribute.One(2, 1).Text).Distinct();

    /// <summary>Of each span of a trace: the name of its source, and itself. Others come from all that runs in this process.</summary>
    public IReadOnlyList<(string Source, WireMessage Message)> Spans(string trace) =>
        [.. Scoped("traces").Where(span => span.Message.One(1).Hex == trace)];

    /// <summary>Of each log record of a trace: its category, and itself.</summary>
    public IReadOnlyList<(string Source, WireMessage Message)> Logs(string trace) =>
        [.. Scoped("logs").Where(log => log.Message.All(9).Any(id => id.Hex == trace))];

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var collector = new Collector(app);
        app.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            collector.received.Enqueue((signal, new WireMessage(body.ToArray())));
            return Results.Bytes([], "application/x-protobuf");
        });
        await app.StartAsync();
        return collector;
    }

    /// <summary>The value of an attribute that is a text.</summary>
    public static string? Attribute(IEnumerable<WireMessage> attributes, string name) =>
        attributes.Where(IsNamed(name)).SelectMany(attribute => attribute.All(2, 1)).Select(value => value.Text).FirstOrDefault();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static Func<WireMessage, bool> IsNamed(string name) => attribute => attribute.One(1).Text == name;

    // Of all three: 1 what a program tells, 2 of that what one source tells, 1.1 the name of that, 2 what it tells.
    private List<(string Source, WireMessage Message)> Scoped(string signal) =>
    [
        .. from one in received
           where one.Signal == signal
           from scope in one.Message.All(1, 2)
           from message in scope.All(2)
           select (scope.One(1, 1).Text, message),
    ];
}
