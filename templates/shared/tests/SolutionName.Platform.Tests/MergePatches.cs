using System.Net;
using System.Text.Json.Nodes;
using Acme.Testing;

namespace Acme.Platform.Tests;

/// <summary>PATCH as RFC 7396 has it, over <c>{"name":"before","facts":{"a":1,"b":2}}</c>.</summary>
public sealed class MergePatches(PlatformHost host)
{
    private readonly HttpClient api = host.Client;

    [Theory]
    [InlineData("""{}""", """{"name":"before","facts":{"a":1,"b":2}}""")]
    [InlineData("""{"name":"after"}""", """{"name":"after","facts":{"a":1,"b":2}}""")]
    [InlineData("""{"facts":null}""", """{"name":"before","facts":null}""")]
    [InlineData("""{"facts":{"a":null,"c":[1]}}""", """{"facts":{"b":2,"c":[1]}}""")]
    [InlineData("""{"facts":{"a":{"x":null,"y":1}}}""", """{"facts":{"a":{"y":1},"b":2}}""")]
    [InlineData("""{"facts":[1]}""", """{"facts":[1]}""")]
    public async Task APatchChangesWhatItNames(string patch, string expected)
    {
        var patched = await (await api.PatchJsonAsync("/probes", patch)).ShouldBeAsync<JsonObject>(HttpStatusCode.OK);

        patched.ShouldHold(JsonNode.Parse(expected)!.AsObject());
    }

    [Theory]
    [InlineData("""{"unknown":1}""", "unknown")]
    [InlineData("""{"unknown":null}""", "unknown")]
    [InlineData("""{"name":7}""", "name")]
    [InlineData("""{"facts":"\ud800"}""", "facts")]
    public async Task APatchIsReadAsStrictlyAsABody(string patch, string field) =>
        await (await api.PatchJsonAsync("/probes", patch)).ShouldFailAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR", field);

    [Fact]
    public async Task APatchIsAnObject() =>
        await (await api.PatchJsonAsync("/probes", new JsonArray())).ShouldFailAsync(HttpStatusCode.BadRequest, "MALFORMED_REQUEST");
}
