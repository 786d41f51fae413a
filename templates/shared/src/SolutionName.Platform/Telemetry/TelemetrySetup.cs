using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Acme.Platform.Messaging;

namespace Acme.Platform.Telemetry;

/// <summary>
/// Logs, traces and metrics by OpenTelemetry: sent to the collector in <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, with the other settings of that name too
/// (OpenTelemetry's "Environment Variable Specification"). Without an endpoint nothing is collected.
/// </summary>
internal static class TelemetrySetup
{
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "Quartz", Delivery.Name];

    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.*", "System.Net.Http", "System.Runtime", "Npgsql", "Quartz", Delivery.Name,
    ];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
            LogAsJson(builder.Configuration);
        if (!IsOn(builder.Configuration))
            return;

        // ASP.NET Core leaves its spans bare unless it is told not to.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        new Signals(builder.Services)
            .ConfigureResource(resource => Describe(resource, builder))
            .WithTracing(traces => traces.AddSource(Sources))
            .WithMetrics(metrics => metrics.AddMeter(Meters).SetExemplarFilter(ExemplarFilterType.TraceBased))
            .WithLogging(null, logs => (logs.IncludeScopes, logs.IncludeFormattedMessage) = (true, true))
            .UseOtlpExporter();
    }

    /// <summary>Begins to collect. Before everything else that a request passes.</summary>
    public static void UseTelemetry(this WebApplication app)
    {
        if (!IsOn(app.Configuration))
            return;

        app.Services.GetRequiredService<TracerProvider>();
        app.Services.GetRequiredService<MeterProvider>();
        app.UseMiddleware<RequestSpan>();
    }

    private static bool IsOn(IConfiguration configuration) => !string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);

    private static void Describe(ResourceBuilder resource, WebApplicationBuilder builder)
    {
        // Else the exporter takes it from the environment by itself.
        if (builder.Configuration["OTEL_SERVICE_NAME"] is null)
            resource.AddService(builder.Environment.ApplicationName);
    }

    /// <summary>A line an entry, with the ids of request and trace; the section <c>Logging:Console</c> may say otherwise.</summary>
    private static void LogAsJson(ConfigurationManager configuration) =>
        configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData =
            [
                new("Logging:Console:FormatterName", "json"),
                new("Logging:Console:FormatterOptions:IncludeScopes", "true"),
                new("Logging:Console:FormatterOptions:UseUtcTimestamp", "true"),
                new("Logging:Console:FormatterOptions:TimestampFormat", "yyyy-MM-ddTHH:mm:ss.fffZ"),
            ],
        });

    /// <summary>OpenTelemetry's own setup is in a package for hosts; all that it adds is to start with the host.</summary>
    private sealed class Signals(IServiceCollection services) : IOpenTelemetryBuilder
    {
        public IServiceCollection Services => services;
    }
}
