using System.Net;
using Acme.Testing;

namespace Acme.Platform.Tests.Accounts;

public sealed class Registering(TestServer server) : AccountsHost(server)
{
    [Fact]
    public async Task AnAddressCountsOnceItIsConfirmed()
    {
        using var api = await StartAsync();
        await (await RegisterAsync(api, "ada@example.com")).ShouldBeAsync(HttpStatusCode.Accepted);
        await (await TryToLogInAsync(api, "ada@example.com")).ShouldFailAsync(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");

        var mailed = await Mail.NextAsync("ada@example.com");
        await (await ConfirmAsync(api, "ada@example.com", mailed.Token!)).ShouldBeAsync(HttpStatusCode.NoContent);

        await (await TryToLogInAsync(api, "ADA@example.com")).ShouldBeAsync(HttpStatusCode.OK);
        Assert.Equal("confirm", mailed.About);
    }

    [Fact]
    public async Task AnAddressThatIsTakenIsAnsweredTheSame()
    {
        using var api = await StartAsync();
        await JoinAsync(api, "ada@example.com");

        var first = await RegisterAsync(api, "grace@example.com", "another long password");
        var again = await RegisterAsync(api, "Ada@Example.com", "another long password");

        Assert.Equal(await ShownAsync(first), await ShownAsync(again));
        Assert.Equal("already registered", (await Mail.NextAsync("Ada@Example.com")).About);
        await (await TryToLogInAsync(api, "ada@example.com")).ShouldBeAsync(HttpStatusCode.OK);
        await (await TryToLogInAsync(api, "ada@example.com", "another long password")).ShouldBeAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task OfTwoWhoRegisterAnAddressTheLaterMailCounts()
    {
        using var api = await StartAsync();
        await (await RegisterAsync(api, "ada@example.com", "the password of a thief")).ShouldBeAsync(HttpStatusCode.Accepted);
        await (await RegisterAsync(api, "ada@example.com")).ShouldBeAsync(HttpStatusCode.Accepted);
        var (thiefs, hers) = (await Mail.NextAsync("ada@example.com"), await Mail.NextAsync("ada@example.com"));

        await (await ConfirmAsync(api, "ada@example.com", thiefs.Token!)).ShouldFailAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR", "token");
        await (await ConfirmAsync(api, "ada@example.com", hers.Token!)).ShouldBeAsync(HttpStatusCode.NoContent);

        await (await TryToLogInAsync(api, "ada@example.com", "the password of a thief")).ShouldBeAsync(HttpStatusCode.Unauthorized);
        await (await TryToLogInAsync(api, "ada@example.com")).ShouldBeAsync(HttpStatusCode.OK);
        Assert.Equal(1L, await ReadAsync("select count(*) from accounts.users"));
    }

    [Theory]
    [InlineData("ada@example.com", "too short", "password")]
    [InlineData("ada@example.com", "aaaaaaaaaaaaaaaaaa", "password")]
    [InlineData("ada.lovelace@example.com", "Ada.Lovelace@example.com", "password")]
    [InlineData("ada", Password, "email")]
    public async Task WhatIsNotGoodEnoughIsNamed(string address, string password, string field)
    {
        using var api = await StartAsync();

        await (await RegisterAsync(api, address, password)).ShouldFailAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR", field);

        Assert.Equal(0L, await ReadAsync("select count(*) from accounts.users"));
    }

    [Fact]
    public async Task APasswordHasAnEnd()
    {
        using var api = await StartAsync();

        var longest = string.Concat(Enumerable.Repeat("0123456789abcdef", 8));
        await (await RegisterAsync(api, "ada@example.com", longest)).ShouldBeAsync(HttpStatusCode.Accepted);
        await (await RegisterAsync(api, "bob@example.com", longest + "x")).ShouldFailAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR", "password");
    }

    [Theory]
    [InlineData("nobody@example.com")]
    [InlineData("ada@example.com")]
    public async Task AWrongTokenConfirmsNothing(string address)
    {
        using var api = await StartAsync();
        await (await RegisterAsync(api, "ada@example.com")).ShouldBeAsync(HttpStatusCode.Accepted);

        await (await ConfirmAsync(api, address, "nonsense")).ShouldFailAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR", "token");
    }

    [Fact]
    public async Task AMailGetsOld()
    {
        using var api = await StartAsync(new() { ["Accounts:MailLifetime"] = "00:00:00.001" });
        await (await RegisterAsync(api, "ada@example.com")).ShouldBeAsync(HttpStatusCode.Accepted);
        var mailed = await Mail.NextAsync("ada@example.com");
        await Task.Delay(20, Cancellation);

        await (await ConfirmAsync(api, "ada@example.com", mailed.Token!)).ShouldFailAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR", "token");
    }

    [Fact]
    public async Task WithoutAWayToSendMailThereIsNoRegistration()
    {
        using var api = await StartAsync(WithAdministrator(), sendsMail: false);
        var token = (await LogInAsync(api, AdministratorsAddress)).AccessToken;

        foreach (var path in (string[])["register", "confirm", "request-password-reset", "reset-password"])
            await (await CallAsync(api, token, HttpMethod.Post, $"{Account}/{path}", [])).ShouldFailAsync(HttpStatusCode.NotFound, "NOT_FOUND");
    }

    [Fact]
    public async Task InDevelopmentTheLogHasTheMailAndElsewhereNoAddress()
    {
        using (var developing = await StartAsync(environment: "Development", sendsMail: false))
        {
            await (await RegisterAsync(developing, "ada@example.com")).ShouldBeAsync(HttpStatusCode.Accepted);
            await UntilAsync(() => Log.Texts.Any(text => text.Contains("Mail to ada@example.com", StringComparison.Ordinal)));
        }

        using var api = await StartAsync();
        await JoinAndLogInAsync(api, "grace@example.com");
        await TryToLogInAsync(api, "grace@example.com", "a wrong password");
        Mail.IsBroken = true;
        await (await RegisterAsync(api, "joan@example.com")).ShouldBeAsync(HttpStatusCode.Accepted);

        await UntilAsync(() => Log.Errors.Any(text => text.Contains("could not be sent", StringComparison.Ordinal)));
        Assert.DoesNotContain(Log.Texts, text => text.Contains("example.com", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task WhoNeverConfirmsIsForgottenAfterAWeek()
    {
        using (var api = await StartAsync())
        {
            await JoinAsync(api, "ada@example.com");
            foreach (var address in (string[])["old@example.com", "young@example.com"])
                await (await RegisterAsync(api, address)).ShouldBeAsync(HttpStatusCode.Accepted);
            await ExecuteAsync("update accounts.users set updated_at = now() - interval '7 days' where email like 'old%' or email like 'ada%'");
        }

        using var second = await StartAsync();

        await UntilAsync(async () => await ReadAsync("select count(*) from accounts.users") is 2L);
        Assert.Equal(0L, await ReadAsync("select count(*) from accounts.users where email like 'old%'"));
    }

    [Fact]
    public async Task ThePasswordIsHashedAsTheStandardSays()
    {
        using var api = await StartAsync(hashesFast: false);
        await JoinAsync(api, "ada@example.com");

        // ASP.NET Core Identity's third format: a 1, the PRF (2 is HMAC-SHA512), the rounds, each number in four bytes, the first one first.
        var hash = Convert.FromBase64String((string)(await ReadAsync("select password_hash from accounts.users"))!);
        Assert.Equal((1, 2), (hash[0], hash[4]));
        Assert.InRange((hash[5] << 24) + (hash[6] << 16) + (hash[7] << 8) + hash[8], 210_000, int.MaxValue);
    }

    private static async Task<string> ShownAsync(HttpResponseMessage answer) =>
        $"{answer.StatusCode} {string.Join(',', answer.Headers.Select(header => header.Key).Order())} {await answer.Content.ReadAsStringAsync(Cancellation)}";
}
