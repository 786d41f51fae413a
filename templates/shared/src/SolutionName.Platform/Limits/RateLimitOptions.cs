namespace Acme.Platform.Limits;

/// <summary>How often the API may be called; the section <c>RateLimits</c> of the configuration.</summary>
public sealed class RateLimitOptions
{
    /// <summary>Of each address that calls. Of IPv6 it is the network, /64: one customer has all of it.</summary>
    public Quota PerAddress { get; set; } = new();

    /// <summary>Of each caller who is known, from wherever they call.</summary>
    public Quota PerCaller { get; set; } = new();
#if (accounts)

    /// <summary>Of each address, where passwords and what was mailed are tried.</summary>
    public Quota Attempts { get; set; } = new() { Permits = 10 };
#endif
}
