using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Acme.Platform.Security;

/// <summary>What browsers must not do with an answer, and that nobody keeps it; an answer that says otherwise itself is left as it is.</summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // An error clears the headers that were set before it.
        context.Response.OnStarting(() =>
        {
            Set(context.Response.Headers);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static void Set(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";

        // What has a version may be kept by its caller, who asks each time whether it still holds.
        if (headers.CacheControl.Count == 0)
            headers.CacheControl = headers.ETag.Count == 0 ? "no-store" : "private, no-cache";
    }
}
