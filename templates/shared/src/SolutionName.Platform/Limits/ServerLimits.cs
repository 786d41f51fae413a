using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace Acme.Platform.Limits;

/// <summary>What the server accepts of one request and one connection; the section <c>Kestrel:Limits</c> of the configuration changes it.</summary>
internal static class ServerLimits
{
    public const int MaxBodyBytes = 1_048_576;
    public const int MaxLineBytes = 8 * 1024;
    public const int MaxHeaderBytes = 16 * 1024;

    public static void UseServerLimits(this IWebHostBuilder host) => host.ConfigureKestrel((context, kestrel) =>
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = MaxBodyBytes;
        limits.MaxRequestLineSize = MaxLineBytes;
        limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
        limits.MaxRequestHeaderCount = 64;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.MaxConcurrentConnections = 10_000;
        context.Configuration.GetSection("Kestrel:Limits").Bind(limits);
    });
}
