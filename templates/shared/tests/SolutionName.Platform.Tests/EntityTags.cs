using System.Net;
using System.Text.Json.Nodes;
using Acme.Platform.Http;
using Acme.Testing;

namespace Acme.Platform.Tests;

/// <summary>Versions of rows in the headers of RFC 9110, section 13: <c>/versioned</c> has version 7, and tells which versions a change may meet.</summary>
public sealed class EntityTags(PlatformHost host)
{
    private const string Url = "/versioned";

    private readonly HttpClient api = host.Client;

    [Theory]
    [InlineData("\"7\"")]
    [InlineData("W/\"7\"")]
    [InlineData("\"1\", \"7\"")]
    [InlineData("\"x, y\",W/\"7\"")]
    [InlineData("*")]
    public async Task WhoHasTheVersionGetsNoBody(string ifNoneMatch)
    {
        var response = await api.ReadAsync(Url, ifNoneMatch);

        Assert.Equal("\"7\"", await response.ShouldBeTaggedAsync(HttpStatusCode.NotModified));
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("\"8\"")]
    [InlineData("\"07\"")]
    [InlineData("\"\"")]
    public async Task WhoHasAnotherVersionGetsThis(string? ifNoneMatch)
    {
        var response = await api.ReadAsync(Url, ifNoneMatch);

        Assert.Equal("\"7\"", await response.ShouldBeTaggedAsync(HttpStatusCode.OK));
        Assert.Contains("seven", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*", "any")]
    [InlineData("\"7\"", "7")]
    [InlineData("\"7\", \"8\"", "7 8")]
    [InlineData("\"4294967295\"", "4294967295")]
    [InlineData("W/\"7\"", "")]
    [InlineData("\"7\", W/\"8\"", "7")]
    [InlineData("\"x\"", "")]
    [InlineData("\"07\"", "")]
    [InlineData("\"4294967296\"", "")]
    public async Task AChangeMeetsTheVersionsThatItNames(string ifMatch, string versions)
    {
        var response = await api.PutJsonAsync(Url, new JsonObject(), ifMatch);

        await response.ShouldBeAsync(HttpStatusCode.OK);
        Assert.Equal(versions, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("\"7")]
    [InlineData("\"7\" \"8\"")]
    [InlineData("*, \"7\"")]
    public async Task WhatIsNoTagIsRefused(string header)
    {
        await (await api.PutJsonAsync(Url, new JsonObject(), header)).ShouldFailAsync(HttpStatusCode.BadRequest, "MALFORMED_REQUEST");
        await (await api.ReadAsync(Url, header)).ShouldFailAsync(HttpStatusCode.BadRequest, "MALFORMED_REQUEST");
    }

    [Fact]
    public async Task AChangeThatIsToMakeANewOneIsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Url) { Headers = { { "If-None-Match", "*" } } };

        var response = await api.SendAsync(request, TestContext.Current.CancellationToken);

        await response.ShouldFailAsync(HttpStatusCode.BadRequest, "MALFORMED_REQUEST");
    }

    [Fact]
    public async Task WithoutATagAChangeMeetsAnyVersionUnlessOneIsRequired()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Url);

        var response = await api.SendAsync(request, TestContext.Current.CancellationToken);

        if (IfMatch.IsRequired)
            await response.ShouldFailAsync(HttpStatusCode.PreconditionRequired, "PRECONDITION_REQUIRED");
        else
            Assert.Equal("any", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task TheDocumentShowsThem()
    {
        var document = await (await api.ReadAsync("/openapi/v1.json")).ShouldBeAsync<JsonObject>(HttpStatusCode.OK);

        var (get, put) = (document["paths"]![Url]!["get"]!, document["paths"]![Url]!["put"]!);
        Assert.Single(get["parameters"]!.AsArray(), parameter => (string?)parameter!["name"] == "If-None-Match");
        Assert.All(["200", "304"], status => Assert.NotNull(get["responses"]![status]!["headers"]!["ETag"]));
        var ifMatch = Assert.Single(put["parameters"]!.AsArray(), parameter => (string?)parameter!["name"] == "If-Match")!;
        Assert.Equal(IfMatch.IsRequired, (bool?)ifMatch["required"] ?? false);
        Assert.NotNull(put["responses"]!["412"]);
        Assert.Equal(IfMatch.IsRequired, put["responses"]!["428"] is not null);
    }
}
