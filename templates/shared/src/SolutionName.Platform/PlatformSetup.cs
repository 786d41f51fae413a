using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
#if (accounts)
using Acme.Platform.Access;
#endif
using Acme.Platform.Database;
using Acme.Platform.Errors;
using Acme.Platform.Health;
using Acme.Platform.Http;
using Acme.Platform.Json;
using Acme.Platform.Limits;
using Acme.Platform.Lists;
using Acme.Platform.OpenApi;
using Acme.Platform.Security;
using Acme.Platform.Telemetry;

namespace Acme.Platform;

/// <summary>What every module relies on: database, JSON rules, one error format, limits, health, OpenAPI.</summary>
public static class PlatformSetup
{
    public static WebApplicationBuilder AddPlatform(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseServerLimits();

        builder.AddTelemetry();
        var services = builder.Services;
        services.AddSingleton(_ => DataSource.Create(builder.Configuration.GetConnectionString("Default")!));
        services.AddScoped<DatabaseSession>();
        services.AddHostedService<ConnectionWatch>();
        services.AddSingleton<Constraints>();
        services.AddSingleton<DatabaseErrors>();
        services.AddSingleton<CursorKey>();
        services.ConfigureHttpJsonOptions(json => JsonRules.Apply(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddExceptionHandler<ExceptionTranslator>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
#if (accounts)
        builder.AddAccess();
#endif
        services.AddProxies();
        services.AddCrossOrigin();
        services.AddRateLimits();
        services.AddTimeouts();
        services.AddCompression();
        services.AddDocument();
        return builder;
    }

    /// <summary>The middleware that every request passes, and the endpoints that every service has.</summary>
    public static WebApplication UsePlatform(this WebApplication app)
    {
        app.UseTelemetry();
        app.UseProxies();
        app.UseRequestId();
        app.UseSecurityHeaders();
        app.UseEncryption();
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(context => ApiError.FromStatus(context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext));
        app.UseCors();
#if (accounts)
        app.UseAuthentication();
#endif
        app.UseRateLimits();
        app.UseRequestTimeouts();
        app.UseResponseCompression();
        app.UseUtf8();
        app.MapHealth();
        if (app.Environment.IsDevelopment())
            app.MapDocument();
#if (accounts)
        app.UseAccess();
#endif

        return app;
    }
}
