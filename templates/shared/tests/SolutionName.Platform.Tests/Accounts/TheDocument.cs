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
        Assert.Null(Of(document, Account + "/log-in", "post")["security"]?.AsArray().FirstOrDefault());
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
