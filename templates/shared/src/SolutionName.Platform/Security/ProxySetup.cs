using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Acme.Platform.Security;

/// <summary>The caller's own address and scheme, where a proxy that is known stands between.</summary>
internal static class ProxySetup
{
    public static void AddProxies(this IServiceCollection services)
    {
        services.AddOptions<ProxyOptions>()
            .BindConfiguration("ForwardedHeaders", binder => binder.ErrorOnUnknownConfiguration = true)
            .Validate(proxies => proxies.IsValid, "ForwardedHeaders: each of KnownNetworks is an address and a length, such as 10.1.0.0/16.")
            .ValidateOnStart();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>((forwarded, proxies) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in proxies.Value.KnownNetworks)
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        });
    }

    public static void UseProxies(this WebApplication app)
    {
        // Without a known network the middleware would believe everybody.
        if (app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.KnownNetworks.Count > 0)
            app.UseForwardedHeaders();
    }
}
