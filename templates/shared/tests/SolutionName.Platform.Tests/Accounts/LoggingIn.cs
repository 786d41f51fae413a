using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Acme.Testing;

namespace Acme.Platform.Tests.Accounts;

public sealed class LoggingIn(TestServer server) : AccountsHost(server)
{
    private const string Wrong = "not this one either";

    [Fact]
    public async Task ATokenSaysWhoCalls()
    {
        using var api = await StartAsync();
        var tokens = await JoinAndLogInAsync(api, "ada@example.com");

        var account = await (await CallAsync(api, tokens.AccessToken, HttpMethod.Get, Account)).ShouldBeAsync<JsonObject>(HttpStatusCode.OK);

        Assert.Equal("Bearer", tokens.TokenType);
        Assert.Equal(300, tokens.ExpiresIn);
        Assert.Equal("ada@example.com", (string?)account["email"]);
        Assert.Equal("""["member"]""", account["roles"]!.ToJsonString());
        Assert.Equal("[]", account["permissions"]!.ToJsonString());
    }

    [Fact]
    public async Task ATokenIsNotKeptByCaches()
    {
        using var api = await StartAsync();
        await JoinAsync(api, "ada@example.com");

        Assert.True((await TryToLogInAsync(api, "ada@example.com")).Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    public async Task WithoutATokenNothingIsThere(string? token)
    {
        using var api = await StartAsync();

        foreach (var url in (string[])["/anything", "/orders", "/nowhere", Account, Account + "/users"])
        {
            var refused = await CallAsync(api, token, HttpMethod.Get, url);
            await refused.ShouldFailAsync(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
            Assert.Equal("Bearer", Assert.Single(refused.Headers.WwwAuthenticate).ToString());
        }

        await (await CallAsync(api, token, HttpMethod.Get, "/health/live")).ShouldBeAsync(HttpStatusCode.OK);
        await (await CallAsync(api, token, HttpMethod.Get, "/health/ready")).ShouldBeAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task WhereNobodyHasToLogInAWrongRequestIsCalledWhatItIs()
    {
        using var api = await StartAsync();
        using var text = new StringContent("{}", Encoding.UTF8, "text/plain");
        using var form = await api.PostAsync(new Uri(Account + "/log-in", UriKind.Relative), text, Cancellation);

        await form.ShouldFailAsync(HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE");
        await (await CallAsync(api, null, HttpMethod.Get, Account + "/log-in"))
            .ShouldFailAsync(HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED");
    }

    [Fact]
    public async Task ARefreshTokenIsNoAccessToken()
    {
        using var api = await StartAsync();
        var tokens = await JoinAndLogInAsync(api, "ada@example.com");

        await (await CallAsync(api, tokens.RefreshToken, HttpMethod.Get, "/anything")).ShouldBeAsync(HttpStatusCode.Unauthorized);
        await (await TryToRefreshAsync(api, tokens.AccessToken)).ShouldBeAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task AnAccessTokenGetsOld()
    {
        using var api = await StartAsync(new() { ["Accounts:AccessTokenLifetime"] = "00:00:01" });
        var tokens = await JoinAndLogInAsync(api, "ada@example.com");
        await CallAsync(api, tokens.AccessToken, HttpMethod.Get, "/anything");
        await Task.Delay(1_050, Cancellation);

        await (await CallAsync(api, tokens.AccessToken, HttpMethod.Get, "/anything")).ShouldFailAsync(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        await RefreshAsync(api, tokens);
    }

    [Fact]
    public async Task AStrangerAndAWrongPasswordAreAnsweredTheSame()
    {
        using var api = await StartAsync();
        await JoinAsync(api, "ada@example.com");

        var wrong = await TryToLogInAsync(api, "ada@example.com", Wrong);
        var stranger = await TryToLogInAsync(api, "nobody@example.com", Wrong);

        await wrong.ShouldFailAsync(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        Assert.Equal(await MessageAsync(wrong), await MessageAsync(stranger));
    }

    [Fact]
    public async Task AStrangerWaitsAsLongAsAUser()
    {
        using var api = await StartAsync(hashesFast: false);
        await JoinAsync(api, "ada@example.com");
        await TryToLogInAsync(api, "nobody@example.com", Wrong);

        // The least of a few: whatever else the machine does only adds to it. Without a hash it would be a hundredth.
        var (user, stranger) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var i = 0; i < 4; i++)
        {
            user = Min(user, await TimeOfAsync(api, "ada@example.com"));
            stranger = Min(stranger, await TimeOfAsync(api, "nobody@example.com"));
        }

        Assert.True(stranger > user / 4, $"A stranger is told after {stranger.TotalMilliseconds} ms, a user after {user.TotalMilliseconds} ms.");
    }

    [Fact]
    public async Task AfterFiveWrongPasswordsTheRightOneIsRefusedToo()
    {
        using var api = await StartAsync();
        await JoinAsync(api, "ada@example.com");
        for (var i = 0; i < 5; i++)
            await (await TryToLogInAsync(api, "ada@example.com", Wrong)).ShouldBeAsync(HttpStatusCode.Unauthorized);

        await (await TryToLogInAsync(api, "ada@example.com")).ShouldFailAsync(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        await ExecuteAsync("update accounts.users set locked_until = now() - interval '1 second'");

        await (await TryToLogInAsync(api, "ada@example.com")).ShouldBeAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ALockoutLastsFifteenMinutes()
    {
        using var api = await StartAsync();
        await JoinAsync(api, "ada@example.com");
        for (var i = 0; i < 5; i++)
            await TryToLogInAsync(api, "ada@example.com", Wrong);

        Assert.Equal(true, await ReadAsync("select locked_until between now() + interval '13 min' and now() + interval '15 min' from accounts.users"));
    }

    [Fact]
    public async Task ManyAttemptsAtOnceAreNoMoreThanOneAfterTheOther()
    {
        using var api = await StartAsync();
        await JoinAsync(api, "ada@example.com");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TryToLogInAsync(api, "ada@example.com", Wrong)));

        Assert.Equal(5, await ReadAsync("select failed_attempts from accounts.users"));
        await (await TryToLogInAsync(api, "ada@example.com")).ShouldBeAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task ARightPasswordForgetsTheWrongOnes()
    {
        using var api = await StartAsync();
        await JoinAsync(api, "ada@example.com");
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++)
                await TryToLogInAsync(api, "ada@example.com", Wrong);
            await (await TryToLogInAsync(api, "ada@example.com")).ShouldBeAsync(HttpStatusCode.OK);
        }
    }

    [Theory]
    [InlineData("log-in", """{"email":"ada@example.com","password":"a"}""", HttpStatusCode.Unauthorized)]
    [InlineData("refresh", """{"refreshToken":"a"}""", HttpStatusCode.Unauthorized)]
    [InlineData("register", """{"email":"ada@example.com","password":"a"}""", HttpStatusCode.BadRequest)]
    [InlineData("confirm", """{"email":"ada@example.com","token":"a"}""", HttpStatusCode.BadRequest)]
    [InlineData("request-password-reset", """{"email":"ada@example.com"}""", HttpStatusCode.Accepted)]
    [InlineData("reset-password", """{"email":"ada@example.com","token":"a","newPassword":"a"}""", HttpStatusCode.BadRequest)]
    public async Task AnAddressHasFewAttempts(string path, string body, HttpStatusCode answer)
    {
        using var api = await StartAsync(new() { ["RateLimits:Attempts:Permits"] = "2", ["RateLimits:Attempts:Window"] = "01:00:00" });
        await (await api.PostJsonAsync($"{Account}/{path}", body)).ShouldBeAsync(answer);
        await (await TryToLogInAsync(api, "nobody@example.com")).ShouldBeAsync(HttpStatusCode.Unauthorized);

        var refused = await api.PostJsonAsync($"{Account}/{path}", body);

        await refused.ShouldFailAsync(HttpStatusCode.TooManyRequests, "RATE_LIMITED");
        Assert.Equal(["2"], refused.Headers.GetValues("RateLimit-Limit"));
        await (await CallAsync(api, null, HttpMethod.Get, "/health/live")).ShouldBeAsync(HttpStatusCode.OK);
        await (await CallAsync(api, null, HttpMethod.Get, "/anything")).ShouldBeAsync(HttpStatusCode.Unauthorized);
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static async Task<TimeSpan> TimeOfAsync(HttpClient api, string address)
    {
        var start = Stopwatch.GetTimestamp();
        await (await TryToLogInAsync(api, address, Wrong)).ShouldBeAsync(HttpStatusCode.Unauthorized);
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>All of the answer but the request's id.</summary>
    private static async Task<string> MessageAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        return text.Replace(answer.Headers.GetValues("X-Request-Id").Single(), "", StringComparison.Ordinal);
    }
}
