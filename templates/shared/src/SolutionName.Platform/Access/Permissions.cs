using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Acme.Platform.Errors;

namespace Acme.Platform.Access;

/// <summary>What callers may do: <c>orders:read</c>, <c>orders:write</c>.</summary>
public static class Permissions
{
    /// <summary>The permission to do everything.</summary>
    public const string Everything = "*";

    internal const string Claim = "permission";

    /// <summary>Only callers who may read, or write, this: GET needs the permission <c>orders:read</c>, any other method <c>orders:write</c>.</summary>
    /// <param name="endpoints">Endpoints, or a group of them.</param>
    /// <param name="what">What they are about, such as <c>orders</c>.</param>
    public static TBuilder RequiresPermission<TBuilder>(this TBuilder endpoints, string what)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Add(endpoint =>
        {
            var permission = $"{what}:{(IsRead(endpoint) ? "read" : "write")}";
            endpoint.Metadata.Add(new AuthorizeAttribute());
            endpoint.Metadata.Add(new AuthorizationPolicyBuilder().RequireClaim(Claim, permission, Everything).Build());
            endpoint.Metadata.Add(new PermissionMetadata(permission));
            endpoint.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status401Unauthorized, typeof(ErrorBody), [ErrorBody.ContentType]));
            endpoint.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status403Forbidden, typeof(ErrorBody), [ErrorBody.ContentType]));
        });
        return endpoints;
    }

    /// <summary>Whether the caller may do that.</summary>
    internal static bool Has(this ClaimsPrincipal caller, string permission) => caller.HasClaim(Claim, permission) || caller.HasClaim(Claim, Everything);

    /// <summary>The id of the user who calls.</summary>
    internal static Guid Id(this ClaimsPrincipal caller) => Guid.Parse(caller.FindFirstValue(ClaimTypes.NameIdentifier)!);

    private static bool IsRead(EndpointBuilder endpoint) =>
        endpoint.Metadata.OfType<IHttpMethodMetadata>().Last().HttpMethods.All(method => HttpMethods.IsGet(method) || HttpMethods.IsHead(method));
}

/// <summary>Says which permission an endpoint needs, so that its OpenAPI operation shows it.</summary>
internal sealed record PermissionMetadata(string Permission);
