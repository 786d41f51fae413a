using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Acme.Platform.Http;

/// <summary>A result with the <c>ETag</c> of the row that it shows; none where it shows others too. A GET whose caller has that version is answered 304 (RFC 9110, 13.1.2).</summary>
public sealed class Tagged<TResult>(TResult result, uint? version) : IResult, IEndpointMetadataProvider
    where TResult : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (version is not { } one)
            return result.ExecuteAsync(httpContext);

        var tag = EntityTag.Of(one);
        var known = HttpMethods.IsGet(httpContext.Request.Method)
            ? EntityTag.Read(HeaderNames.IfNoneMatch, httpContext.Request.Headers.IfNoneMatch)
            : null;
        httpContext.Response.Headers.ETag = tag.ToString();
        if (known?.Any(other => other.Equals(EntityTagHeaderValue.Any) || other.Compare(tag, useStrongComparison: false)) is not true)
            return result.ExecuteAsync(httpContext);

        httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        TResult.PopulateMetadata(method, builder);
        builder.Metadata.Add(new TaggedMetadata());
    }
}

/// <summary>Gives results their tags.</summary>
public static class TaggedResults
{
    /// <summary>The result with the <c>ETag</c> of that version; null for none.</summary>
    public static Tagged<TResult> Tagged<TResult>(this TResult result, uint? version)
        where TResult : IResult, IEndpointMetadataProvider => new(result, version);
}

/// <summary>Marks an endpoint whose responses have an <c>ETag</c>, so that its OpenAPI operation shows it.</summary>
internal sealed class TaggedMetadata;
