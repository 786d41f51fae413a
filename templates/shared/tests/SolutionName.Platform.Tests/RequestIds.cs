using System.Net;
using System.Text.Json;
using Acme.Testing;

namespace Acme.Platform.Tests;

public sealed class RequestIds(PlatformHost host)
{
    private const string Header = "X-Request-Id";

    [Fact]
    public async Task TheCallersIsKept()
    {
        var response = await SendAsync("/health/live", "abc-1");

        Assert.Equal(["abc-1"], response.Headers.GetValues(Header));
    }

    [Fact]
    public async Task AnErrorNamesIt()
    {
        var response = await SendAsync("/thrown", "abc-2");

        var body = await response.ShouldBeAsync<JsonElement>(HttpStatusCode.InternalServerError);
        Assert.Contains("\"requestId\":\"abc-2\"", body.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(["abc-2"], response.Headers.GetValues(Header));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("a b")]
    [InlineData("{}")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public async Task WithoutAPlainOneItIsTheServers(string? given)
    {
        var id = Assert.Single((await SendAsync("/health/live", given)).Headers.GetValues(Header));

        Assert.NotEmpty(id);
        Assert.NotEqual(given, id);
    }

    private async Task<HttpResponseMessage> SendAsync(string url, string? id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (id is not null)
            request.Headers.Add(Header, id);

        return await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
