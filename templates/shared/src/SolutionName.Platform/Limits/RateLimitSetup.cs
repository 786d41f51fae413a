using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Acme.Platform.Errors;

namespace Acme.Platform.Limits;

/// <summary>Limits how often each address and each caller may call, and tells them in every answer how much is left.</summary>
/// <remarks>The headers are those of draft-ietf-httpapi-ratelimit-headers, versions 03 to 07, which clients know.</remarks>
internal static class RateLimitSetup
{
    public const string Limit = "RateLimit-Limit";
    public const string Remaining = "RateLimit-Remaining";
    public const string Reset = "RateLimit-Reset";

    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddOptions<RateLimitOptions>()
            .BindConfiguration("RateLimits", binder => binder.ErrorOnUnknownConfiguration = true)
            .Validate(
#if (accounts)
                limits => limits.PerAddress.IsValid && limits.PerCaller.IsValid && limits.Attempts.IsValid,
#else
                limits => limits.PerAddress.IsValid && limits.PerCaller.IsValid,
#endif
                "RateLimits: Permits must be 1 or more, and Window longer than 0 and at most a day, such as 00:01:00.")
            .ValidateOnStart();
        services.AddSingleton<RateLimits>();
        services.AddRateLimiter(limiter => limiter.OnRejected = (rejected, _) => RejectAsync(rejected));
        services.AddOptions<RateLimiterOptions>().Configure<RateLimits>((limiter, limits) => limiter.GlobalLimiter = limits.All);
    }
#if (accounts)

    /// <summary>Limits endpoints to <see cref="RateLimitOptions.Attempts"/>.</summary>
    public static TBuilder LimitAttempts<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new AttemptMetadata());
#endif

    /// <summary>Stands after authentication, which says who calls.</summary>
    public static void UseRateLimits(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<RateLimits>();
        app.Use((context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<DisableRateLimitingAttribute>() is null)
                context.Response.OnStarting(() => TellAsync(context, limits));

            return next(context);
        });
        app.UseRateLimiter();
    }

    private static Task TellAsync(HttpContext context, RateLimits limits)
    {
        var (quota, remaining) = limits.StateOf(context);
        var headers = context.Response.Headers;
        headers[Limit] = Text(quota.Permits);
        headers[Remaining] = Text(remaining);
        headers[Reset] = Text((long)Math.Ceiling((quota.Permits - remaining) * quota.Interval.TotalSeconds));
        return Task.CompletedTask;
    }

    private static ValueTask RejectAsync(OnRejectedContext rejected)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : TimeSpan.FromSeconds(1);
        return new ValueTask(ApiError.RateLimited(wait).ExecuteAsync(rejected.HttpContext));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
#if (accounts)

/// <summary>Marks an endpoint where passwords and the like are tried.</summary>
internal sealed class AttemptMetadata;
#endif
