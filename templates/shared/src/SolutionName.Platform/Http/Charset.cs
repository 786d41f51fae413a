using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Acme.Platform.Errors;

namespace Acme.Platform.Http;

/// <summary>JSON between systems is UTF-8 (RFC 8259, 8.1).</summary>
internal static class Charset
{
    /// <summary>Refuses JSON that says it is something else. ASP.NET Core would fail over a charset that it does not know, or that is in quotes.</summary>
    public static void UseUtf8(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is null
            || !MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || !type.Charset.HasValue
            || !IsJson(type))
            return next(context);
        if (!HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return ApiError.FromStatus(StatusCodes.Status415UnsupportedMediaType).ExecuteAsync(context);

        context.Request.ContentType = type.MediaType.ToString();
        return next(context);
    });

    private static bool IsJson(MediaTypeHeaderValue type) =>
        type.SubType.Equals("json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase);
}
