using System.Net;
using Acme.Testing;

namespace Acme.Platform.Tests.Accounts;

public sealed class TheKeyRing(TestServer server) : AccountsHost(server)
{
    [Fact]
    public async Task OutlivesTheProgramAndIsEveryReplicas()
    {
        using var first = await StartAsync();
        var tokens = await JoinAndLogInAsync(first, "ada@example.com");

        using var second = await StartAsync();

        await (await CallAsync(second, tokens.AccessToken, HttpMethod.Get, "/anything")).ShouldBeAsync(HttpStatusCode.OK);
        await RefreshAsync(second, tokens);
        Assert.Equal(1L, await ReadAsync("select count(*) from accounts.keys"));
    }

    [Fact]
    public async Task OfAnotherIsRefused()
    {
        using var first = await StartAsync();
        var tokens = await JoinAndLogInAsync(first, "ada@example.com");
        await ExecuteAsync("delete from accounts.keys");

        using var second = await StartAsync();

        await (await CallAsync(second, tokens.AccessToken, HttpMethod.Get, "/anything")).ShouldFailAsync(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        await (await TryToRefreshAsync(second, tokens.RefreshToken)).ShouldFailAsync(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
    }

    [Fact]
    public async Task IsEncryptedWithTheCertificate()
    {
        var certificate = Certificates.New();
        using var first = await StartAsync(new() { ["KeyRing:Certificate"] = certificate });
        var tokens = await JoinAndLogInAsync(first, "ada@example.com");
        Assert.Equal(1L, await ReadAsync("select count(*) from accounts.keys where xml like '%<EncryptedData%' and xml not like '%<masterKey%'"));

        using var same = await StartAsync(new() { ["KeyRing:Certificate"] = certificate });
        using var later = await StartAsync(new() { ["KeyRing:Certificate"] = Certificates.New(), ["KeyRing:EarlierCertificates:0"] = certificate });
        using var another = await StartAsync(new() { ["KeyRing:Certificate"] = Certificates.New() });

        foreach (var api in new[] { same, later })
            await (await CallAsync(api, tokens.AccessToken, HttpMethod.Get, "/anything")).ShouldBeAsync(HttpStatusCode.OK);
        await (await CallAsync(another, tokens.AccessToken, HttpMethod.Get, "/anything")).ShouldBeAsync(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("KeyRing:Certificate")]
    [InlineData("KeyRing:EarlierCertificates:0")]
    public async Task NeedsACertificateThatIsOne(string setting)
    {
        var wrong = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(new() { [setting] = "nonsense" }));

        Assert.Contains(setting, wrong.Message, StringComparison.Ordinal);
    }
}
