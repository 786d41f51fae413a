using System.Net;
using Microsoft.AspNetCore.Builder;
using Acme.Testing;

namespace Acme.Platform.Tests.Requests;

/// <summary>Calls from pages of other origins (CORS).</summary>
public sealed class OtherOrigins
{
    private const string Shop = "https://shop.example.com";

    private static readonly Dictionary<string, string?> ShopMay = new() { ["Cors:Origins:0"] = Shop };

    [Fact]
    public async Task AreNotAllowedUnlessTold()
    {
        await using var api = await StartAsync([]);

        Assert.False((await ReadAsync(api, "/here", Shop)).Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False((await AskAsync(api, Shop)).Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("/here")]
    [InlineData("/nowhere")]
    [InlineData("/thrown")]
    public async Task SeeTheAnswerAndItsHeadersWhereTheyAreTold(string url)
    {
        await using var api = await StartAsync(ShopMay);

        var answer = await ReadAsync(api, url, Shop);

        Assert.Equal([Shop], answer.Headers.GetValues("Access-Control-Allow-Origin"));
        var exposed = string.Join(',', answer.Headers.GetValues("Access-Control-Expose-Headers"));
        foreach (var header in (string[])["ETag", "Location", "Retry-After", "X-Request-Id", "RateLimit-Remaining"])
            Assert.Contains(header, exposed, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task AskFirstWhatTheyMay()
    {
        await using var api = await StartAsync(ShopMay);

        var answer = await AskAsync(api, Shop);

        await answer.ShouldBeAsync(HttpStatusCode.NoContent);
        Assert.Equal(["PATCH"], answer.Headers.GetValues("Access-Control-Allow-Methods"));
        Assert.Equal(["if-match"], answer.Headers.GetValues("Access-Control-Allow-Headers"));
    }

    [Fact]
    public async Task AreOnlyThoseThatAreTold()
    {
        await using var api = await StartAsync(ShopMay);

        Assert.False((await ReadAsync(api, "/here", "https://shop.example.com.evil.example")).Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False((await AskAsync(api, "http://shop.example.com")).Headers.Contains("Access-Control-Allow-Origin"));
    }

    private static Task<OwnApi> StartAsync(Dictionary<string, string?> settings) => OwnApi.StartAsync(
        app =>
        {
            app.MapGet("/here", () => "here");
            app.MapPatch("/here", () => "here");
            app.MapGet("/thrown", string () => throw new InvalidOperationException());
        },
        settings);

    private static async Task<HttpResponseMessage> ReadAsync(OwnApi api, string url, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add("Origin", origin);
        return await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<HttpResponseMessage> AskAsync(OwnApi api, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/here");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "PATCH");
        request.Headers.Add("Access-Control-Request-Headers", "if-match");
        return await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
