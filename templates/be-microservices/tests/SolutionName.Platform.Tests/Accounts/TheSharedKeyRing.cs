using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Acme.Platform.Access;
using Acme.Testing;

namespace Acme.Platform.Tests.Accounts;

/// <summary>The service of the accounts, and another one that knows its tokens.</summary>
public sealed class TheSharedKeyRing(TestServer server) : AccountsHost(server)
{
    [Fact]
    public async Task MakesTokensGoodInOtherServices()
    {
        using var accounts = await StartAsync(WithAdministrator());
        var administrator = await LogInAsync(accounts, AdministratorsAddress);
        var member = await JoinAndLogInAsync(accounts, "ada@example.com");
        await using var orders = await StartOtherAsync(accounts.BaseAddress!);
        using var api = ClientOf(orders);

        await (await CallAsync(api, administrator.AccessToken, HttpMethod.Get, "/orders")).ShouldBeAsync(HttpStatusCode.OK);
        await (await CallAsync(api, member.AccessToken, HttpMethod.Get, "/orders")).ShouldFailAsync(HttpStatusCode.Forbidden, "FORBIDDEN");
        foreach (var none in new[] { null, "nonsense", administrator.RefreshToken })
            await (await CallAsync(api, none, HttpMethod.Get, "/orders")).ShouldFailAsync(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        Assert.Equal(1L, await ReadAsync("select count(*) from accounts.keys"));
    }

    [Fact]
    public async Task ShowsANewKeyToOtherServices()
    {
        using var accounts = await StartAsync(WithAdministrator());
        var before = await LogInAsync(accounts, AdministratorsAddress);
        await using var orders = await StartOtherAsync(accounts.BaseAddress!);
        using var api = ClientOf(orders);
        await (await CallAsync(api, before.AccessToken, HttpMethod.Get, "/orders")).ShouldBeAsync(HttpStatusCode.OK);

        // At once, which is harder than by itself: then two days pass until it is used.
        Newest.Services.GetRequiredService<IKeyManager>().CreateNewKey(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(90));
        var after = await LogInAsync(accounts, AdministratorsAddress);

        Assert.Equal(2L, await ReadAsync("select count(*) from accounts.keys"));
        foreach (var tokens in new[] { after, before })
            await (await CallAsync(api, tokens.AccessToken, HttpMethod.Get, "/orders")).ShouldBeAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task TellsNothingToWhoeverHasNoCertificate()
    {
        using var accounts = await StartAsync(WithAdministrator());
        var tokens = await LogInAsync(accounts, AdministratorsAddress);

        var ring = await (await accounts.ReadAsync(SharedKeyRing.Path)).Content.ReadAsStringAsync(Cancellation);
        await using var stranger = await StartOtherAsync(accounts.BaseAddress!, Certificates.New());
        using var api = ClientOf(stranger);

        Assert.Contains("<EncryptedData", ring, StringComparison.Ordinal);
        Assert.DoesNotContain("<masterKey", ring, StringComparison.Ordinal);
        await (await CallAsync(api, tokens.AccessToken, HttpMethod.Get, "/orders")).ShouldFailAsync(HttpStatusCode.ServiceUnavailable, "UNAVAILABLE");
    }

    [Fact]
    public async Task IsNotTakenFromAnybodyElse()
    {
        using var accounts = await StartAsync(WithAdministrator());
        var tokens = await LogInAsync(accounts, AdministratorsAddress);
        var ring = await accounts.GetByteArrayAsync(new Uri(SharedKeyRing.Path, UriKind.Relative), Cancellation);
        await using var impostor = New(new() { ["KeyRing:Address"] = "http://127.0.0.1:1" });
        impostor.MapGet(SharedKeyRing.Path, () => Results.Bytes(ring)).AllowAnonymous();
        await impostor.StartAsync(Cancellation);

        await using var orders = await StartOtherAsync(new Uri(impostor.Urls.Single()));
        using var api = ClientOf(orders);

        await (await CallAsync(api, tokens.AccessToken, HttpMethod.Get, "/orders")).ShouldFailAsync(HttpStatusCode.ServiceUnavailable, "UNAVAILABLE");
    }

    [Fact]
    public async Task IsReadOnceItIsThere()
    {
        using var first = await StartAsync(WithAdministrator());
        var tokens = await LogInAsync(first, AdministratorsAddress);
        var address = first.BaseAddress!;
        await Newest.StopAsync(Cancellation);
        await using var orders = await StartOtherAsync(address);
        using var api = ClientOf(orders);

        var away = await CallAsync(api, tokens.AccessToken, HttpMethod.Get, "/orders");
        await away.ShouldFailAsync(HttpStatusCode.ServiceUnavailable, "UNAVAILABLE");
        Assert.NotNull(away.Headers.RetryAfter);
        await (await CallAsync(api, null, HttpMethod.Get, "/orders")).ShouldFailAsync(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");

        using var again = await StartAsync(new() { ["Urls"] = address.ToString() });
        await (await CallAsync(api, tokens.AccessToken, HttpMethod.Get, "/orders")).ShouldBeAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task OutlivesAnExchangeOfTheCertificate()
    {
        var later = Certificates.New();
        using var accounts = await StartAsync(WithAdministrator());
        var tokens = await LogInAsync(accounts, AdministratorsAddress);
        await using var orders = New(new()
        {
            ["KeyRing:Address"] = accounts.BaseAddress!.ToString(),
            ["KeyRing:Certificate"] = later,
            ["KeyRing:EarlierCertificates:0"] = Certificates.Any,
        });
        await orders.StartAsync(Cancellation);
        using var api = ClientOf(orders);

        await (await CallAsync(api, tokens.AccessToken, HttpMethod.Get, "/orders")).ShouldBeAsync(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("KeyRing:Address")]
    [InlineData("KeyRing:Certificate")]
    public async Task IsNeededToStart(string setting)
    {
        await using var orders = New(new() { ["KeyRing:Address"] = "http://127.0.0.1:1", [setting] = "" });

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => orders.StartAsync(Cancellation));

        Assert.Contains(setting + " is missing", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsNotHandedOutInTheClear()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(new() { ["KeyRing:Certificate"] = "" }));

        Assert.Contains("KeyRing:Certificate is missing", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<WebApplication> StartOtherAsync(Uri accounts, string? certificate = null)
    {
        var service = New(new() { ["KeyRing:Address"] = accounts.ToString(), ["KeyRing:Certificate"] = certificate ?? Certificates.Any });
        await service.StartAsync(Cancellation);
        return service;
    }

    /// <summary>A service without users, nor a database.</summary>
    private static WebApplication New(Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:Default", "Host=127.0.0.1;Port=1"), new("KeyRing:Certificate", Certificates.Any)]);
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        builder.AddPlatform();
        var service = builder.Build();
        service.UsePlatform();
        service.MapGet("/orders", () => "read").RequiresPermission("orders");
        return service;
    }

    private static HttpClient ClientOf(WebApplication service) => new() { BaseAddress = new Uri(service.Urls.Single()) };
}
