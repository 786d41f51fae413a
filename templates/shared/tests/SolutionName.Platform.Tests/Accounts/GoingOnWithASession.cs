using System.Net;
using Acme.Testing;

namespace Acme.Platform.Tests.Accounts;

public sealed class GoingOnWithASession(TestServer server) : AccountsHost(server)
{
    [Fact]
    public async Task EachRefreshGivesNewTokens()
    {
        using var api = await StartAsync();
        var first = await JoinAndLogInAsync(api, "ada@example.com");

        var second = await RefreshAsync(api, first);
        var third = await RefreshAsync(api, second);

        Assert.Equal(3, new[] { first, second, third }.Select(tokens => tokens.RefreshToken).Distinct().Count());
        await (await CallAsync(api, third.AccessToken, HttpMethod.Get, "/anything")).ShouldBeAsync(HttpStatusCode.OK);
        Assert.Equal(1L, await ReadAsync("select count(*) from accounts.sessions"));
    }

    [Fact]
    public async Task ATokenThatComesAgainEndsTheSession()
    {
        using var api = await StartAsync();
        var first = await JoinAndLogInAsync(api, "ada@example.com");
        var other = await LogInAsync(api, "ada@example.com");
        var second = await RefreshAsync(api, first);

        await (await TryToRefreshAsync(api, first.RefreshToken)).ShouldFailAsync(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");

        await (await TryToRefreshAsync(api, second.RefreshToken)).ShouldFailAsync(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        Assert.Contains(Log.Texts, text => text.Contains("was used twice", StringComparison.Ordinal));
        await RefreshAsync(api, other);
    }

    [Fact]
    public async Task OfManyAtOnceOneWins()
    {
        using var first = await StartAsync();
        using var second = await StartAsync();
        for (var round = 0; round < 3; round++)
        {
            var tokens = await JoinAndLogInAsync(first, $"ada{round}@example.com");

            var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => TryToRefreshAsync(i % 2 == 0 ? first : second, tokens.RefreshToken)));

            Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
            Assert.Equal(19, answers.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized));
        }
    }

    [Fact]
    public async Task ASessionThatIsNotRefreshedEnds()
    {
        using var api = await StartAsync(new() { ["Accounts:AccessTokenLifetime"] = "00:00:00.001", ["Accounts:SessionLifetime"] = "00:00:00.001" });
        var tokens = await JoinAndLogInAsync(api, "ada@example.com");
        await Task.Delay(20, Cancellation);

        await (await TryToRefreshAsync(api, tokens.RefreshToken)).ShouldFailAsync(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");

        using var second = await StartAsync();
        await UntilAsync(async () => await ReadAsync("select count(*) from accounts.sessions") is 0L);
    }

    [Fact]
    public async Task LoggingOutEndsThisSession()
    {
        using var api = await StartAsync();
        var (here, there) = (await JoinAndLogInAsync(api, "ada@example.com"), await LogInAsync(api, "ada@example.com"));

        await (await CallAsync(api, here.AccessToken, HttpMethod.Post, Account + "/log-out")).ShouldBeAsync(HttpStatusCode.NoContent);

        await (await TryToRefreshAsync(api, here.RefreshToken)).ShouldFailAsync(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        await RefreshAsync(api, there);
    }

    [Fact]
    public async Task LoggingOutEverywhereEndsAllOfTheUsersSessions()
    {
        using var api = await StartAsync();
        var (here, there) = (await JoinAndLogInAsync(api, "ada@example.com"), await LogInAsync(api, "ada@example.com"));
        var somebodyElses = await JoinAndLogInAsync(api, "grace@example.com");

        await (await CallAsync(api, here.AccessToken, HttpMethod.Post, Account + "/log-out-everywhere")).ShouldBeAsync(HttpStatusCode.NoContent);

        foreach (var tokens in new[] { here, there })
            await (await TryToRefreshAsync(api, tokens.RefreshToken)).ShouldBeAsync(HttpStatusCode.Unauthorized);
        await RefreshAsync(api, somebodyElses);
    }
}
