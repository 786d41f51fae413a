using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Acme.Testing;

namespace Acme.Platform.Tests.Requests;

public sealed class RateLimiting
{
    private static readonly Dictionary<string, string?> ThreeAnHour = new()
    {
        ["RateLimits:PerAddress:Permits"] = "3",
        ["RateLimits:PerAddress:Window"] = "01:00:00",
        ["ForwardedHeaders:KnownNetworks:0"] = "127.0.0.0/8",
    };

    private static readonly Dictionary<string, string?> TwoPerCaller = new()
    {
        ["RateLimits:PerCaller:Permits"] = "2",
        ["RateLimits:PerCaller:Window"] = "01:00:00",
    };

    [Fact]
    public async Task TellsWhatIsLeftAndThenRefuses()
    {
        await using var api = await StartAsync(ThreeAnHour);
        foreach (var left in (string[])["2", "1", "0"])
        {
            var answered = await api.Client.ReadAsync("/here");
            await answered.ShouldBeAsync(HttpStatusCode.OK);
            Assert.Equal(["3"], answered.Headers.GetValues("RateLimit-Limit"));
            Assert.Equal([left], answered.Headers.GetValues("RateLimit-Remaining"));
        }

        var refused = await api.Client.ReadAsync("/here");

        await refused.ShouldFailAsync(HttpStatusCode.TooManyRequests, "RATE_LIMITED");
        Assert.Equal(1200, refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds);
        Assert.Equal(["0"], refused.Headers.GetValues("RateLimit-Remaining"));
        Assert.Equal(["3600"], refused.Headers.GetValues("RateLimit-Reset"));
    }

    [Fact]
    public async Task LetsInAgainAsPermitsComeBack()
    {
        await using var api = await StartAsync(new() { ["RateLimits:PerAddress:Permits"] = "2", ["RateLimits:PerAddress:Window"] = "00:00:02" });
        await WaitForAsync(api, HttpStatusCode.TooManyRequests, TimeSpan.Zero);

        await WaitForAsync(api, HttpStatusCode.OK, TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public async Task CountsWhatLeadsNowhere()
    {
        await using var api = await StartAsync(ThreeAnHour);
        foreach (var url in (string[])["/nowhere", "/nowhere", "/here/../../etc"])
            await (await api.Client.ReadAsync(url)).ShouldBeAsync(HttpStatusCode.NotFound);

        await (await api.Client.ReadAsync("/here")).ShouldBeAsync(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task LeavesHealthAlone()
    {
        await using var api = await StartAsync(ThreeAnHour);
        for (var i = 0; i < 10; i++)
        {
            var answered = await api.Client.ReadAsync("/health/live");
            await answered.ShouldBeAsync(HttpStatusCode.OK);
            Assert.False(answered.Headers.Contains("RateLimit-Limit"));
        }
    }

    [Fact]
    public async Task CountsEachAddressByItselfAsAKnownProxyTellsIt()
    {
        await using var api = await StartAsync(ThreeAnHour);
        await UseUpAsync(api, "192.0.2.1", 3);

        await (await ReadAsync(api, "192.0.2.1")).ShouldBeAsync(HttpStatusCode.TooManyRequests);
        await (await ReadAsync(api, "192.0.2.2")).ShouldBeAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task CountsANetworkOfIPv6AsOneAddress()
    {
        await using var api = await StartAsync(ThreeAnHour);
        foreach (var address in (string[])["2001:db8::1", "2001:db8::2", "2001:db8::ffff:3"])
            await UseUpAsync(api, address, 1);

        await (await ReadAsync(api, "2001:db8::4")).ShouldBeAsync(HttpStatusCode.TooManyRequests);
        await (await ReadAsync(api, "2001:db8:0:1::1")).ShouldBeAsync(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("10.0.0.0/8")]
    public async Task DoesNotBelieveAnybodyElseWhereHeComesFrom(string? known)
    {
        var settings = new Dictionary<string, string?>(ThreeAnHour);
        settings.Remove("ForwardedHeaders:KnownNetworks:0");
        if (known is not null)
            settings["ForwardedHeaders:KnownNetworks:0"] = known;
        await using var api = await StartAsync(settings);
        foreach (var address in (string[])["192.0.2.1", "192.0.2.2", "192.0.2.3"])
            await UseUpAsync(api, address, 1);

        await (await ReadAsync(api, "192.0.2.4")).ShouldBeAsync(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task CountsAKnownCallerWhereverTheyCallFrom()
    {
        await using var api = await StartAsync(new(TwoPerCaller) { ["ForwardedHeaders:KnownNetworks:0"] = "127.0.0.0/8" });
        await UseUpAsync(api, "192.0.2.1", 1, "ada");
        await UseUpAsync(api, "192.0.2.2", 1, "ada");

        await (await ReadAsync(api, "192.0.2.3", "ada")).ShouldBeAsync(HttpStatusCode.TooManyRequests);
        await (await ReadAsync(api, "192.0.2.3", "grace")).ShouldBeAsync(HttpStatusCode.OK);
        await UseUpAsync(api, "192.0.2.1", 5);
    }

    private static Task<OwnApi> StartAsync(Dictionary<string, string?> settings) => OwnApi.StartAsync(
        app => app.MapGet("/here", () => "here"),
        settings,
        before: app => app.Use((context, next) =>
        {
            if (context.Request.Headers["X-Test-Caller"] is [{ } name])
                context.User = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, name)], "test"));
            return next(context);
        }));

    private static async Task UseUpAsync(OwnApi api, string address, int times, string? caller = null)
    {
        for (var i = 0; i < times; i++)
            await (await ReadAsync(api, address, caller)).ShouldBeAsync(HttpStatusCode.OK);
    }

    private static async Task<HttpResponseMessage> ReadAsync(OwnApi api, string address, string? caller = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/here");
        request.Headers.Add("X-Forwarded-For", address);
        if (caller is not null)
            request.Headers.Add("X-Test-Caller", caller);
        return await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task WaitForAsync(OwnApi api, HttpStatusCode status, TimeSpan pause)
    {
        for (var until = DateTime.UtcNow.AddSeconds(30); DateTime.UtcNow < until; await Task.Delay(pause, TestContext.Current.CancellationToken))
        {
            if ((await api.Client.ReadAsync("/here")).StatusCode == status)
                return;
        }

        Assert.Fail($"There was no {status}.");
    }
}
