using System.Net;

namespace Acme.Platform.Security;

/// <summary>Which proxies are believed; the section <c>ForwardedHeaders</c> of the configuration.</summary>
public sealed class ProxyOptions
{
    /// <summary>
    /// The networks that the proxies in front of the API are in, such as <c>10.1.0.0/16</c>. What these say about a caller's address
    /// (<c>X-Forwarded-For</c>) and scheme (<c>X-Forwarded-Proto</c>) is believed; none unless told.
    /// </summary>
    public IReadOnlyList<string> KnownNetworks { get; set; } = [];

    internal bool IsValid => KnownNetworks.All(network => IPNetwork.TryParse(network, out _));
}
