using System.Net;
using System.Text.Json.Nodes;
using Acme.Testing;

namespace Acme.Platform.Tests.Accounts;

public sealed class TheDocument(TestServer server) : AccountsHost(server)
{
    [Fact]
    public async Task SaysWhoMayCallWhat()
    {
        using var api = await StartAsync(environment: "Development");

        var document = await (await api.ReadAsync("/openapi/v1.json")).ShouldBeAsync<JsonObject>(HttpStatusCode.OK);

        Assert.Equal("bearer", (string?)document["components"]!["securitySchemes"]!["bearer"]!["scheme"]);
        Assert.Equal("""[{"bearer":[]}]""", Of(document, "/orders", "post")["security"]!.ToJsonString());
        Assert.Contains("orders:write", (string?)Of(document, "/orders", "post")["description"], StringComparison.Ordinal);
        Assert.Contains("orders:read", (string?)Of(document, "/orders", "get")["description"], StringComparison.Ordinal);
        Assert.All(["401", "403"], status => Assert.NotNull(Of(document, "/orders", "get")["responses"]![status]));
        Assert.Equal("""[{"bearer":[]}]""", Of(document, Account, "get")["security"]!.ToJsonString());
        foreach (var open in (string[])["log-in", "refresh", "register", "confirm", "request-password-reset", "reset-password"])
            Assert.Equal("[]", Of(document, $"{Account}/{open}", "post")["security"]!.ToJsonString());
    }

    [Theory]
    [InlineData("AccessTokenResponse", "tokenType", """{"enum":["Bearer"],"type":"string"}""")]
    [InlineData("AccessTokenResponse", "accessToken", """{"maxLength":16000,"pattern":"^[A-Za-z0-9_-]+$","type":"string"}""")]
    [InlineData("AccessTokenResponse", "expiresIn", """{"maximum":300,"minimum":0,"type":"integer","format":"int64"}""")]
    [InlineData("LogInRequest", "password", """{"maxLength":128,"pattern":"^[^\\u0000]*$","type":"string","format":"password","examples":["correct horse battery staple"]}""")]
    [InlineData("RegisterRequest", "password", """{"minLength":12,"maxLength":128,"pattern":"^[^\\u0000]*$","type":"string","format":"password","examples":["correct horse battery staple"]}""")]
    [InlineData("AccountResponse", "roles", """{"maxItems":1000,"type":"array","items":{"maxLength":50,"pattern":"^[a-z][a-z0-9-]*$","type":"string","examples":["member"]}}""")]
    public async Task SaysWhatMembersHold(string schema, string member, string expected)
    {
        using var api = await StartAsync(environment: "Development");

        var document = await (await api.ReadAsync("/openapi/v1.json")).ShouldBeAsync<JsonObject>(HttpStatusCode.OK);

        var described = document["components"]!["schemas"]![schema]!["properties"]![member];
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), described), described?.ToJsonString());
    }

    [Fact]
    public async Task SaysWhatARoleIsCalled()
    {
        using var api = await StartAsync(environment: "Development");

        var document = await (await api.ReadAsync("/openapi/v1.json")).ShouldBeAsync<JsonObject>(HttpStatusCode.OK);

        var operation = Of(document, Account + "/roles/{role}", "put");
        var role = Assert.Single(operation["parameters"]!.AsArray())!;
        Assert.Equal(("^[a-z][a-z0-9-]*$", 50, "member"), ((string?)role["schema"]!["pattern"], (int)role["schema"]!["maxLength"]!, (string?)role["example"]));
        Assert.Equal("""{"permissions":["orders:read"]}""", operation["requestBody"]!["content"]!["application/json"]!["example"]!.ToJsonString());
    }

    [Fact]
    public async Task IsOnlyThereInDevelopment()
    {
        using var developing = await StartAsync(environment: "Development");
        using var api = await StartAsync();

        await (await developing.ReadAsync("/swagger/index.html")).ShouldBeAsync(HttpStatusCode.OK);
        foreach (var url in (string[])["/openapi/v1.json", "/swagger/index.html"])
            await (await api.ReadAsync(url)).ShouldBeAsync(HttpStatusCode.Unauthorized);
    }

    private static JsonObject Of(JsonObject document, string path, string method) => document["paths"]![path]![method]!.AsObject();
}
