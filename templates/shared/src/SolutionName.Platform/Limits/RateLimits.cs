using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Acme.Platform.Limits;

/// <summary>The limits of all addresses and callers. One that nobody uses any more is forgotten once it is full again.</summary>
internal sealed class RateLimits : IDisposable
{
    /// <summary>Permits come back at this pace, or one at a time where that is slower.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly RateLimitOptions options;
    private readonly PartitionedRateLimiter<HttpContext> perAddress;
    private readonly PartitionedRateLimiter<HttpContext> perCaller;
#if (accounts)
    private readonly PartitionedRateLimiter<HttpContext> attempts;
#endif

    public RateLimits(IOptions<RateLimitOptions> options)
    {
        this.options = options.Value;
        var ofAddress = Buckets(this.options.PerAddress);
        perAddress = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.Get(AddressOf(context), ofAddress));
        var ofCaller = Buckets(this.options.PerCaller);
        perCaller = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            CallerOf(context) is { } caller ? RateLimitPartition.Get(caller, ofCaller) : RateLimitPartition.GetNoLimiter(""));
#if (accounts)
        var ofAttempts = Buckets(this.options.Attempts);
        attempts = PartitionedRateLimiter.Create<HttpContext, string>(context => IsAttempt(context)
            ? RateLimitPartition.Get(AddressOf(context), ofAttempts)
            : RateLimitPartition.GetNoLimiter("none"));
        All = PartitionedRateLimiter.CreateChained(attempts, perAddress, perCaller);
#else
        All = PartitionedRateLimiter.CreateChained(perAddress, perCaller);
#endif
    }

    public PartitionedRateLimiter<HttpContext> All { get; }

    /// <summary>How it stands with the one of a request's limits that is nearest to its end.</summary>
    public (Quota Quota, int Remaining) StateOf(HttpContext context)
    {
        var state = (Quota: options.PerAddress, Remaining: Left(perAddress));
        if (CallerOf(context) is not null && Left(perCaller) is var ofCaller && ofCaller < state.Remaining)
            state = (options.PerCaller, ofCaller);
#if (accounts)
        if (IsAttempt(context) && Left(attempts) is var ofAttempts && ofAttempts < state.Remaining)
            state = (options.Attempts, ofAttempts);
#endif
        return state;

        int Left(PartitionedRateLimiter<HttpContext> limiter) => (int)limiter.GetStatistics(context)!.CurrentAvailablePermits;
    }

    public void Dispose()
    {
        All.Dispose();
        perAddress.Dispose();
        perCaller.Dispose();
#if (accounts)
        attempts.Dispose();
#endif
    }

    /// <returns>What makes the bucket of an address or a caller.</returns>
    private static Func<string, RateLimiter> Buckets(Quota quota)
    {
        var atOnce = Math.Max(1, (int)(Pace / quota.Interval));
        var bucket = new TokenBucketRateLimiterOptions
        {
            TokenLimit = quota.Permits,
            TokensPerPeriod = atOnce,
            ReplenishmentPeriod = quota.Interval * atOnce,

            // One timer fills all of them.
            AutoReplenishment = false,
        };
        return _ => new TokenBucketRateLimiter(bucket);
    }

#if (accounts)
    private static bool IsAttempt(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<AttemptMetadata>() is not null;

#endif
    private static string? CallerOf(HttpContext context) =>
        context.User.Identity is { IsAuthenticated: true } ? context.User.FindFirstValue(ClaimTypes.NameIdentifier) : null;

    private static string AddressOf(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address.ToString();

        var network = address.GetAddressBytes();
        network.AsSpan(8).Clear();
        return new IPAddress(network).ToString();
    }
}
