using System.Net;
using System.Text.Json.Nodes;
using Acme.Testing;

namespace Acme.Platform.Tests;

/// <summary>JSON is read strictly, and what is wrong with it is named.</summary>
public sealed class Bodies(PlatformHost host)
{
    private readonly HttpClient api = host.Client;

    [Theory]
    [InlineData("""{"name":"a","amount":12.50}""")]
    [InlineData("""{"name":"a","amount":0.0000000000000000000000000001}""")]
    [InlineData("""{"name":"a","kind":"quiteLarge"}""")]
    [InlineData("""{"name":"a","tags":["x","y"]}""")]
    [InlineData("""{"name":"a","facts":{"nested":[1,{"deep":"é"}]}}""")]
    [InlineData("""{"name":"😀😀😀😀😀"}""")]
    public async Task AValidBodyComesBackAsItWas(string body)
    {
        var answer = await (await api.PostJsonAsync("/probes", body)).ShouldBeAsync<JsonObject>(HttpStatusCode.OK);

        answer.ShouldHold(JsonNode.Parse(body)!.AsObject());
    }

    [Fact]
    public async Task AnInstantComesBackInUtc()
    {
        var answer = await (await api.PostJsonAsync("/probes", """{"name":"a","at":"2026-01-31T12:00:00+02:00"}"""))
            .ShouldBeAsync<JsonObject>(HttpStatusCode.OK);

        Assert.Equal("2026-01-31T10:00:00Z", (string?)answer["at"]);
    }

    [Theory]
    [InlineData("""{}""", "name")]
    [InlineData("""{"name":null}""", "name")]
    [InlineData("""{"name":"a","unknown":1}""", "unknown")]
    [InlineData("""{"name":"a","name":"b"}""", "name")]
    [InlineData("""{"Name":"a"}""", "Name")]
    [InlineData("""{"name":7}""", "name")]
    [InlineData("""{"name":"\u0000"}""", "name")]
    [InlineData("""{"name":"\ud800"}""", "name")]
    [InlineData("""{"name":"123456"}""", "name")]
    [InlineData("""{"name":"😀😀😀😀😀😀"}""", "name")]
    [InlineData("""{"name":"a","amount":"1"}""", "amount")]
    [InlineData("""{"name":"a","amount":1.00000000000000000000000000001}""", "amount")]
    [InlineData("""{"name":"a","amount":1e40}""", "amount")]
    [InlineData("""{"name":"a","kind":"QuiteLarge"}""", "kind")]
    [InlineData("""{"name":"a","kind":1}""", "kind")]
    [InlineData("""{"name":"a","at":"2026-01-31T12:00:00"}""", "at")]
    [InlineData("""{"name":"a","at":"2026-01-31"}""", "at")]
    [InlineData("""{"name":"a","facts":{"x":["\u0000"]}}""", "facts")]
    [InlineData("""{"name":"a","facts":{"\ud800":1}}""", "facts")]
    [InlineData("""{"name":"a","tags":["x","y","z"]}""", "tags")]
    [InlineData("""{"name":"a","tags":[null]}""", "tags")]
    [InlineData("""{"name":"a","tags":["long"]}""", "tags")]
    [InlineData("""{"name":"a","tags":["x",7]}""", "tags[1]")]
    public async Task WhatIsWrongIsNamed(string body, string field) =>
        await (await api.PostJsonAsync("/probes", body)).ShouldFailAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR", field);

    [Fact]
    public async Task EverythingThatIsWrongIsToldAtOnce()
    {
        var response = await api.PostJsonAsync("/probes", """{"tags":["long"]}""");

        await response.ShouldFailAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR", "name", "tags");
    }
}
