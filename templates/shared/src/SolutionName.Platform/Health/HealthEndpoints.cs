using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;

namespace Acme.Platform.Health;

internal static class HealthEndpoints
{
    /// <summary>Live: the process runs. Ready: it can serve, the database included.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
#if (accounts)
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).DisableRateLimiting().AllowAnonymous();
        routes.MapHealthChecks("/health/ready").DisableRateLimiting().AllowAnonymous();
#else
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).DisableRateLimiting();
        routes.MapHealthChecks("/health/ready").DisableRateLimiting();
#endif
    }
}
