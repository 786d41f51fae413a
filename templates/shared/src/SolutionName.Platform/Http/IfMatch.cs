using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Acme.Platform.Errors;

namespace Acme.Platform.Http;

/// <summary>Which versions of a row the caller means to change or delete: the header <c>If-Match</c> (RFC 9110, 13.1.1).</summary>
public sealed class IfMatch : IEndpointParameterMetadataProvider
{
    private IfMatch(IReadOnlyCollection<uint>? versions) => Versions = versions;

    /// <summary>Whether a request without the header is refused. One that means whatever version there is says so: <c>If-Match: *</c>.</summary>
#if (requireIfMatch)
    public static bool IsRequired => true;
#else
    public static bool IsRequired => false;
#endif

    /// <summary>The row must have one of these; null when it may have any.</summary>
    public IReadOnlyCollection<uint>? Versions { get; }

    /// <summary>Whether a row of this version may be changed.</summary>
    public bool Allows(uint version) => Versions?.Contains(version) is not false;

    /// <summary>Reads the header; ASP.NET Core calls this.</summary>
    public static ValueTask<IfMatch> BindAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (headers.IfNoneMatch.Count > 0)
            throw new ApiException(ApiError.Malformed("If-None-Match goes with GET; a change takes If-Match."));

        var tags = EntityTag.Read(HeaderNames.IfMatch, headers.IfMatch);
        if (tags is null && IsRequired)
            throw new ApiException(ApiError.PreconditionRequired());

        // Whether there is a row at all is told by 404 in any case: RFC 9110, 13.2.1, has preconditions ignored where the answer would be an error.
        var isAny = tags is null || tags.Contains(EntityTagHeaderValue.Any);
        return ValueTask.FromResult(new IfMatch(isAny ? null : [.. tags!.Select(EntityTag.VersionOf).OfType<uint>()]));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new IfMatchMetadata());
        builder.Metadata.Add(CanFail(StatusCodes.Status412PreconditionFailed));
        if (IsRequired)
            builder.Metadata.Add(CanFail(StatusCodes.Status428PreconditionRequired));
    }

    private static ProducesResponseTypeMetadata CanFail(int status) => new(status, typeof(ErrorBody), [ErrorBody.ContentType]);
}

/// <summary>Marks an endpoint that takes the header, so that its OpenAPI operation shows it.</summary>
internal sealed class IfMatchMetadata;
