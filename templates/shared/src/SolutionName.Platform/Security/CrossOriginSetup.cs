using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Acme.Platform.Http;
using Acme.Platform.Limits;

namespace Acme.Platform.Security;

/// <summary>CORS, closed but for the origins that the configuration names. Without credentials: callers send a token, never a cookie.</summary>
internal static class CrossOriginSetup
{
    private static readonly TimeSpan PreflightAge = TimeSpan.FromMinutes(10);

    private static readonly string[] Exposed =
    [
        HeaderNames.ETag, HeaderNames.Location, HeaderNames.RetryAfter, RequestId.Header,
        RateLimitSetup.Limit, RateLimitSetup.Remaining, RateLimitSetup.Reset,
    ];

    public static void AddCrossOrigin(this IServiceCollection services)
    {
        services.AddOptions<CrossOriginOptions>()
            .BindConfiguration("Cors", binder => binder.ErrorOnUnknownConfiguration = true)
            .Validate(cors => cors.IsValid, "Cors: each of Origins is a scheme and a host, such as https://shop.example.com, without a path.")
            .ValidateOnStart();
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<CrossOriginOptions>>((cors, settings) => cors.AddDefaultPolicy(policy => policy
            .WithOrigins([.. settings.Value.Origins])
            .AllowAnyMethod()
            .AllowAnyHeader()
            .WithExposedHeaders(Exposed)
            .SetPreflightMaxAge(PreflightAge)));
    }
}
