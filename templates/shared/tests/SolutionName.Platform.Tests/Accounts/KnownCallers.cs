using System.Net;
using Acme.Testing;

namespace Acme.Platform.Tests.Accounts;

/// <summary>What else depends on who calls.</summary>
public sealed class KnownCallers(TestServer server) : AccountsHost(server)
{
    [Fact]
    public async Task HaveALimitOfTheirOwn()
    {
        using var api = await StartAsync(new() { ["RateLimits:PerCaller:Permits"] = "2", ["RateLimits:PerCaller:Window"] = "01:00:00" });
        var ada = (await JoinAndLogInAsync(api, "ada@example.com")).AccessToken;
        var again = (await LogInAsync(api, "ada@example.com")).AccessToken;
        var grace = (await JoinAndLogInAsync(api, "grace@example.com")).AccessToken;
        foreach (var token in new[] { ada, again })
            await (await CallAsync(api, token, HttpMethod.Get, "/anything")).ShouldBeAsync(HttpStatusCode.OK);

        await (await CallAsync(api, ada, HttpMethod.Get, "/anything")).ShouldFailAsync(HttpStatusCode.TooManyRequests, "RATE_LIMITED");
        await (await CallAsync(api, grace, HttpMethod.Get, "/anything")).ShouldBeAsync(HttpStatusCode.OK);
    }
}
