using System.Net;
using Microsoft.Extensions.Options;
using Acme.Testing;

namespace Acme.Platform.Tests.Accounts;

public sealed class TheFirstAdministrator(TestServer server) : AccountsHost(server)
{
    [Fact]
    public async Task IsThereWhenTheProgramHasStarted()
    {
        using var api = await StartAsync(WithAdministrator());

        await (await TryToLogInAsync(api, AdministratorsAddress)).ShouldBeAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task IsMadeOnceByManyReplicas()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => StartAsync(WithAdministrator($"root{i}@example.com"))));

        Assert.Equal(1L, await ReadAsync("select count(*) from accounts.user_roles where role = 'administrator'"));
    }

    [Fact]
    public async Task IsNobodyElseLater()
    {
        using var first = await StartAsync(WithAdministrator());
        using var second = await StartAsync(WithAdministrator(password: "changed in the settings"));
        using var third = await StartAsync(WithAdministrator("another@example.com"));

        await (await TryToLogInAsync(third, AdministratorsAddress)).ShouldBeAsync(HttpStatusCode.OK);
        await (await TryToLogInAsync(third, AdministratorsAddress, "changed in the settings")).ShouldBeAsync(HttpStatusCode.Unauthorized);
        await (await TryToLogInAsync(third, "another@example.com")).ShouldBeAsync(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task MayHaveRegisteredBefore(bool isConfirmed)
    {
        using (var first = await StartAsync())
        {
            if (isConfirmed)
                await JoinAsync(first, AdministratorsAddress, "the password from before");
            else
                await (await RegisterAsync(first, AdministratorsAddress, "the password from before")).ShouldBeAsync(HttpStatusCode.Accepted);
        }

        using var api = await StartAsync(WithAdministrator());

        var tokens = await LogInAsync(api, AdministratorsAddress);
        await (await CallAsync(api, tokens.AccessToken, HttpMethod.Get, Account + "/users")).ShouldBeAsync(HttpStatusCode.OK);
        await (await TryToLogInAsync(api, AdministratorsAddress, "the password from before")).ShouldBeAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task WaitsForTheMigrations()
    {
        await ExecuteAsync("alter schema accounts rename to later");
        using var api = await StartAsync(WithAdministrator());
        await ExecuteAsync("alter schema later rename to accounts");

        await UntilAsync(async () => await ReadAsync("select count(*) from accounts.user_roles where role = 'administrator'") is 1L);
    }

    [Fact]
    public async Task IsNobodyWhenTheSettingsAreEmpty()
    {
        using var api = await StartAsync(WithAdministrator("", ""));

        Assert.Equal(0L, await ReadAsync("select count(*) from accounts.users"));
    }

    [Fact]
    public async Task NeedsAPasswordThatIsGoodEnough()
    {
        var wrong = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(WithAdministrator(password: "short")));

        Assert.Contains("Accounts:Administrator:Password must have at least 12 characters", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Accounts:Administrator:Email", "root@example.com", "Administrator")]
    [InlineData("Accounts:Administrator:Password", Password, "Administrator")]
    [InlineData("Accounts:AccessTokenLifetime", "00:05:01", "AccessTokenLifetime")]
    [InlineData("Accounts:SessionLifetime", "00:01:00", "SessionLifetime")]
    [InlineData("Accounts:MailLifetime", "00:00:00", "MailLifetime")]
    [InlineData("RateLimits:Attempts:Permits", "0", "RateLimits")]
    public async Task AndAllElseIsSetRightOrNamed(string name, string value, string named)
    {
        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(new() { [name] = value }));

        Assert.Contains(named, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NeedsAnAddress()
    {
        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(WithAdministrator("root")));

        Assert.Contains("Administrator:Email", wrong.Message, StringComparison.Ordinal);
    }
}
