using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Acme.Testing;

namespace Acme.Platform.Tests.Requests;

/// <summary>What every answer carries, an error included.</summary>
public sealed class Headers : IAsyncLifetime
{
    private OwnApi api = null!;

    public async ValueTask InitializeAsync() => api = await OwnApi.StartAsync(
        app =>
        {
            app.MapGet("/here", () => "here");
            app.MapGet("/version", (HttpContext context) => Hold(context, "ETag", "\"7\""));
            app.MapGet("/kept", (HttpContext context) => Hold(context, "Cache-Control", "max-age=60"));
            app.MapGet("/thrown", string () => throw new InvalidOperationException("the secret of the house"));
        },
        new() { ["ForwardedHeaders:KnownNetworks:0"] = "127.0.0.0/8" });

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [Theory]
    [InlineData("/here")]
    [InlineData("/nowhere")]
    [InlineData("/thrown")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task TellBrowsersWhatNotToDo(string url)
    {
        var answer = await api.Client.ReadAsync(url);

        Assert.Equal("nosniff", Value(answer, "X-Content-Type-Options"));
        Assert.Equal("default-src 'none'; frame-ancestors 'none'", Value(answer, "Content-Security-Policy"));
        Assert.Equal("no-referrer", Value(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Value(answer, "Cross-Origin-Resource-Policy"));
        Assert.Equal("DENY", Value(answer, "X-Frame-Options"));
        Assert.Contains("no-store", Value(answer, "Cache-Control"), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/version", "no-cache, private")]
    [InlineData("/kept", "max-age=60")]
    public async Task LetAnAnswerBeKeptThatMayBe(string url, string expected) =>
        Assert.Equal(expected, (await api.Client.ReadAsync(url)).Headers.CacheControl?.ToString());

    [Fact]
    public async Task TellBrowsersToComeOverHttpsOnceTheyDid()
    {
        var encrypted = await ReadAsync("https");
        var plain = await ReadAsync("http");

        Assert.StartsWith("max-age=", Value(encrypted, "Strict-Transport-Security"), StringComparison.Ordinal);
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
        await plain.ShouldBeAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task LeadToHttpsWhereThereIsAPortForIt()
    {
        await using var both = await OwnApi.StartAsync(app => app.MapGet("/here", () => "here"), new() { ["HTTPS_PORT"] = "8443" });
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = both.Address };

        var led = await client.ReadAsync("/here?a=1");

        Assert.Equal(HttpStatusCode.TemporaryRedirect, led.StatusCode);
        Assert.Equal("https://127.0.0.1:8443/here?a=1", led.Headers.Location?.ToString());
        await (await client.ReadAsync("/health/live")).ShouldBeAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task AreInTheDocument()
    {
        await using var development = await OwnApi.StartAsync(app => app.MapGet("/here", () => "here"), environment: "Development");

        var document = await (await development.Client.ReadAsync("/openapi/v1.json")).ShouldBeAsync<JsonElement>(HttpStatusCode.OK);
        var page = await development.Client.ReadAsync("/swagger/index.html");

        var answers = document.GetProperty("paths").GetProperty("/here").GetProperty("get").GetProperty("responses");
        Assert.True(answers.GetProperty("200").GetProperty("headers").TryGetProperty("RateLimit-Reset", out _));
        Assert.StartsWith("default-src 'self'", Value(page, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    private static string Hold(HttpContext context, string header, string value)
    {
        context.Response.Headers[header] = value;
        return "here";
    }

    private async Task<HttpResponseMessage> ReadAsync(string scheme)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/here") { Headers = { Host = "shop.example.com" } };
        request.Headers.Add("X-Forwarded-Proto", scheme);
        request.Headers.Add("X-Forwarded-For", "192.0.2.1");
        return await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string Value(HttpResponseMessage answer, string header) => Assert.Single(answer.Headers.GetValues(header));
}
