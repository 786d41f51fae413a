using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenTelemetry.Trace;
using Acme.Testing;

namespace Acme.Platform.Tests.Telemetry;

/// <summary>What a program tells an OTLP collector of the requests that it answers.</summary>
public sealed partial class CollectingTelemetry(TestServer server) : IAsyncLifetime
{
    private const string Caller = "b7ad6b7169203331";

    private readonly string trace = ActivityTraceId.CreateRandom().ToHexString();
    private string connection = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => connection = await server.CreateDatabaseAsync();

    public async ValueTask DisposeAsync() => await server.DropDatabaseAsync(connection);

    [Fact]
    public async Task TheLogsSpansAndMetricsOfARequestShareItsTrace()
    {
        await using var collector = await Collector.StartAsync();

        await AskAsync(collector, "/rows/7?name=secret", HttpStatusCode.OK);

        var request = collector.Spans(trace).Single(span => span.Source == "Microsoft.AspNetCore").Message;
        var query = collector.Spans(trace).Single(span => span.Source == "Npgsql" && span.Message.Text.Contains("select 1", StringComparison.Ordinal)).Message;
        Assert.Equal(Caller, request.One(4).Hex);
        Assert.Equal(request.One(2).Hex, query.One(4).Hex);
        var log = collector.Logs(trace).Single(log => log.Source == nameof(CollectingTelemetry)).Message;
        Assert.Equal(request.One(2).Hex, log.One(10).Hex);
        var durations = collector.Metrics.Where(metric => metric.Message.One(1).Text == "http.server.request.duration");
        Assert.Contains(trace, durations.SelectMany(duration => duration.Message.All(9, 1, 8, 5)).Select(id => id.Hex));
    }

    [Fact]
    public async Task ASpanSaysWhatWasAskedAndWhatCameOfIt()
    {
        await using var collector = await Collector.StartAsync();

        await AskAsync(collector, "/rows/7?name=secret", HttpStatusCode.OK);
        await AskAsync(collector, "/thrown", HttpStatusCode.InternalServerError);

        var spans = collector.Spans(trace).Where(span => span.Source == "Microsoft.AspNetCore").Select(span => span.Message).ToList();
        Assert.Equal(["GET /rows/{id}", "GET /thrown"], spans.Select(span => span.One(5).Text));
        Assert.Equal("/rows/{id}", Collector.Attribute(spans[0].All(9), "http.route"));
        Assert.Empty(spans[0].All(15));
        Assert.Single(spans[1].All(15)); // a status, which is only given to say that it failed
        Assert.DoesNotContain("secret", string.Concat(spans.Select(span => span.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALogEntryNamesTheRequest()
    {
        await using var collector = await Collector.StartAsync();

        await AskAsync(collector, "/rows/7", HttpStatusCode.OK);

        var log = collector.Logs(trace).Single(log => log.Source == nameof(CollectingTelemetry)).Message;
        Assert.Equal("Row 7 was read.", log.One(5, 1).Text);
        Assert.Equal("7", Collector.Attribute(log.All(6), "Id"));
        Assert.Equal("mine-1", Collector.Attribute(log.All(6), "CorrelationId"));
    }

    [Fact]
    public async Task ProbesLeaveNoSpans()
    {
        await using var collector = await Collector.StartAsync();

        await AskAsync(collector, "/health/ready", HttpStatusCode.OK);

        Assert.Empty(collector.Spans(trace));
        Assert.Equal(["the-tests"], collector.Services);
    }

    [Fact]
    public async Task WithoutACollectorNothingIsCollected()
    {
        await using var app = await StartAsync(null);

        Assert.Null(app.Services.GetService<TracerProvider>());
    }

    /// <summary>Asks a program that then ends, so that it sends all that it has.</summary>
    private async Task AskAsync(Collector collector, string path, HttpStatusCode expected)
    {
        await using var app = await StartAsync(collector);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Add("traceparent", $"00-{trace}-{Caller}-01");
        request.Headers.Add("X-Request-Id", "mine-1");
        await (await http.SendAsync(request, Cancellation)).ShouldBeAsync(expected);
        await app.StopAsync(Cancellation);
    }

    private async Task<WebApplication> StartAsync(Collector? collector)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
        [
            new("ConnectionStrings:Default", connection),
            new("OTEL_SERVICE_NAME", "the-tests"),
            new("OTEL_EXPORTER_OTLP_ENDPOINT", collector?.Address),
            new("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        ]);
        builder.AddPlatform();
#if (accounts)
        builder.LetEverybodyIn();
#endif
        var app = builder.Build();
        app.UsePlatform();
        app.MapGet("/rows/{id}", async (string id, NpgsqlDataSource database, ILoggerFactory logs, CancellationToken cancellationToken) =>
        {
            await using var command = database.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            LogRead(logs.CreateLogger(nameof(CollectingTelemetry)), id);
            return id;
        });
        app.MapGet("/thrown", IResult () => throw new InvalidOperationException("the secret of the house"));
        await app.StartAsync(Cancellation);
        return app;
    }

    [LoggerMessage(LogLevel.Information, "Row {Id} was read.")]
    private static partial void LogRead(ILogger logger, string id);
}
