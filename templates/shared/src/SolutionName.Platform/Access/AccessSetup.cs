using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Acme.Platform.Access;

/// <summary>Who calls, and what they may do: a bearer token says both. Nothing is anybody's unless it says so: <c>AllowAnonymous</c>.</summary>
internal static class AccessSetup
{
    public static void AddAccess(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddKeyRing(builder.Configuration);
        services.AddAuthentication(BearerTokenDefaults.AuthenticationScheme).AddBearerToken();
        services.AddOptions<BearerTokenOptions>(BearerTokenDefaults.AuthenticationScheme).PostConfigure<IDataProtectionProvider>(
            (bearer, keys) => bearer.BearerTokenProtector = new RememberedTickets(bearer.BearerTokenProtector, keys));
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    public static void UseAccess(this WebApplication app)
    {
        // What routing answers by itself, a wrong method or media type, is nobody's: else 401 would stand for it where nobody has to log in.
        app.Use((context, next) =>
        {
            if (context.GetEndpoint() is { RequestDelegate: { } answer } endpoint and not RouteEndpoint)
                context.SetEndpoint(new Endpoint(answer, new EndpointMetadataCollection([.. endpoint.Metadata, new AllowAnonymousAttribute()]), endpoint.DisplayName));
            return next(context);
        });
        app.UseAuthorization();
    }
}
