using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Acme.Platform.Errors;

namespace Acme.Platform.Http;

/// <summary>Answers in Brotli or gzip for callers that ask for it.</summary>
internal static class Compression
{
    public static void AddCompression(this IServiceCollection services) => services.AddResponseCompression(compression =>
    {
        // Over HTTPS too: BREACH needs a browser that adds a secret to the attacker's request by itself, and tokens are not cookies.
        compression.EnableForHttps = true;
        compression.MimeTypes = ResponseCompressionDefaults.MimeTypes.Append(ErrorBody.ContentType).Distinct();
    });
}
