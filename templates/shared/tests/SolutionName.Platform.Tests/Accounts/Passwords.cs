using System.Net;
using System.Text.Json.Nodes;
using Acme.Testing;

namespace Acme.Platform.Tests.Accounts;

public sealed class Passwords(TestServer server) : AccountsHost(server)
{
    private const string NewPassword = "quite another password";

    [Fact]
    public async Task ChangingItEndsTheOtherSessions()
    {
        using var api = await StartAsync();
        var (here, there) = (await JoinAndLogInAsync(api, "ada@example.com"), await LogInAsync(api, "ada@example.com"));

        await (await ChangeAsync(api, here.AccessToken, Password, NewPassword)).ShouldBeAsync(HttpStatusCode.NoContent);

        await (await TryToRefreshAsync(api, there.RefreshToken)).ShouldBeAsync(HttpStatusCode.Unauthorized);
        await RefreshAsync(api, here);
        await (await TryToLogInAsync(api, "ada@example.com")).ShouldBeAsync(HttpStatusCode.Unauthorized);
        await (await TryToLogInAsync(api, "ada@example.com", NewPassword)).ShouldBeAsync(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("a wrong password", NewPassword, "currentPassword")]
    [InlineData(Password, "too short", "newPassword")]
    [InlineData(Password, "ada@example.com", "newPassword")]
    public async Task ChangingItTakesTheOldOneAndAGoodOne(string current, string changed, string field)
    {
        using var api = await StartAsync();
        var tokens = await JoinAndLogInAsync(api, "ada@example.com");

        await (await ChangeAsync(api, tokens.AccessToken, current, changed)).ShouldFailAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR", field);

        await (await TryToLogInAsync(api, "ada@example.com")).ShouldBeAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task GuessingTheOldOneLocksToo()
    {
        using var api = await StartAsync();
        var tokens = await JoinAndLogInAsync(api, "ada@example.com");
        for (var i = 0; i < 5; i++)
            await (await ChangeAsync(api, tokens.AccessToken, "a wrong password", NewPassword)).ShouldBeAsync(HttpStatusCode.BadRequest);

        await (await ChangeAsync(api, tokens.AccessToken, Password, NewPassword)).ShouldBeAsync(HttpStatusCode.BadRequest);
        await (await TryToLogInAsync(api, "ada@example.com")).ShouldBeAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task ResettingItEndsAllSessionsAndALockout()
    {
        using var api = await StartAsync();
        var tokens = await JoinAndLogInAsync(api, "ada@example.com");
        for (var i = 0; i < 5; i++)
            await TryToLogInAsync(api, "ada@example.com", "a wrong password");
        var mailed = await RequestAsync(api, "ada@example.com");

        await (await ResetAsync(api, "ada@example.com", mailed)).ShouldBeAsync(HttpStatusCode.NoContent);

        await (await TryToRefreshAsync(api, tokens.RefreshToken)).ShouldBeAsync(HttpStatusCode.Unauthorized);
        await (await TryToLogInAsync(api, "ada@example.com")).ShouldBeAsync(HttpStatusCode.Unauthorized);
        await (await TryToLogInAsync(api, "ada@example.com", NewPassword)).ShouldBeAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task AMailResetsItOnce()
    {
        using var api = await StartAsync();
        await JoinAsync(api, "ada@example.com");
        var mailed = await RequestAsync(api, "ada@example.com");

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ResetAsync(api, "ada@example.com", mailed)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.NoContent);
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.NoContent))
            await refused.ShouldFailAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR", "token");
    }

    [Fact]
    public async Task AMailOfAnotherKindOrOfAnotherUserResetsNothing()
    {
        using var api = await StartAsync();
        await JoinAsync(api, "ada@example.com");
        await (await RegisterAsync(api, "grace@example.com")).ShouldBeAsync(HttpStatusCode.Accepted);
        var confirmation = (await Mail.NextAsync("grace@example.com")).Token!;

        await (await ResetAsync(api, "grace@example.com", confirmation)).ShouldFailAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR", "token");
        await (await ResetAsync(api, "grace@example.com", await RequestAsync(api, "ada@example.com")))
            .ShouldFailAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR", "token");
        await (await ResetAsync(api, "nobody@example.com", confirmation)).ShouldFailAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR", "token");
    }

    [Fact]
    public async Task ABadNewOneKeepsTheMailGood()
    {
        using var api = await StartAsync();
        await JoinAsync(api, "ada@example.com");
        var mailed = await RequestAsync(api, "ada@example.com");

        await (await ResetAsync(api, "ada@example.com", mailed, "short")).ShouldFailAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR", "newPassword");

        await (await ResetAsync(api, "ada@example.com", mailed)).ShouldBeAsync(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task ResettingItConfirmsTheAddress()
    {
        using var api = await StartAsync();
        await (await RegisterAsync(api, "ada@example.com")).ShouldBeAsync(HttpStatusCode.Accepted);
        await Mail.NextAsync("ada@example.com");

        await (await ResetAsync(api, "ada@example.com", await RequestAsync(api, "ada@example.com"))).ShouldBeAsync(HttpStatusCode.NoContent);

        await (await TryToLogInAsync(api, "ada@example.com", NewPassword)).ShouldBeAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task AnUnknownAddressIsAnsweredTheSameAndGetsNoMail()
    {
        using var api = await StartAsync();

        var answer = await api.PostJsonAsync(Account + "/request-password-reset", new JsonObject { ["email"] = "nobody@example.com" });

        await answer.ShouldBeAsync(HttpStatusCode.Accepted);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(Cancellation));

        // What is asked for later arrives later.
        await JoinAsync(api, "ada@example.com");
        Assert.True(Mail.IsEmpty("nobody@example.com"));
    }

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient api, string token, string current, string changed) => CallAsync(
        api, token, HttpMethod.Post, Account + "/change-password", new JsonObject { ["currentPassword"] = current, ["newPassword"] = changed });

    private static Task<HttpResponseMessage> ResetAsync(HttpClient api, string address, string token, string password = NewPassword) => api.PostJsonAsync(
        Account + "/reset-password", new JsonObject { ["email"] = address, ["token"] = token, ["newPassword"] = password });

    private async Task<string> RequestAsync(HttpClient api, string address)
    {
        var answer = await api.PostJsonAsync(Account + "/request-password-reset", new JsonObject { ["email"] = address });
        await answer.ShouldBeAsync(HttpStatusCode.Accepted);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(Cancellation));
        var mailed = await Mail.NextAsync(address);
        Assert.Equal("reset", mailed.About);
        return mailed.Token!;
    }
}
