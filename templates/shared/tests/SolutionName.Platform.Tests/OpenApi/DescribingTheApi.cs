using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Acme.Platform.Errors;
using Acme.Platform.Http;
using Acme.Platform.Json;
using Acme.Platform.Lists;
using Acme.Platform.OpenApi;
using Acme.Platform.Tests.Requests;
using Acme.Platform.Validation;
using Acme.Testing;

namespace Acme.Platform.Tests.OpenApi;

public sealed class DescribingTheApi : IAsyncLifetime
{
    private OwnApi api = null!;
    private JsonNode document = null!;

    public async ValueTask InitializeAsync()
    {
        api = await OwnApi.StartAsync(
            app =>
            {
                app.MapGet("/boats", (ListRequest<BoatResponse> list, CancellationToken cancellationToken) => list.PageAsync([], boat => boat, cancellationToken))
                    .CanFail(400)
                    .Lists(new ListRules<BoatResponse>().FilterAndSort("id", boat => boat.Id).Filter("name", boat => boat.Name));
                app.MapPut("/boats/{id:guid}", (Guid id, BoatRequest boat) => new BoatResponse(id, boat.Name!, boat.Kind, boat.Crew)).CanFail(400, 404, 409);
                app.MapPatch("/boats/{id:guid}", (Guid id, MergePatch patch) => Results.NoContent()).CanFail(400).Accepts<BoatRequest>(MergePatch.ContentType);
            },
            environment: "Development");
        document = await (await api.Client.ReadAsync("/openapi/v1.json")).ShouldBeAsync<JsonNode>(HttpStatusCode.OK);
    }

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [Theory]
    [InlineData("name", """{ "type": "string", "maxLength": 5, "pattern": "^[^\\u0000]*$" }""")]
    [InlineData("home", """{ "type": ["null", "string"], "format": "uri", "maxLength": 2048, "pattern": "^https?://[!-~]+$" }""")]
    [InlineData("contact", """{ "type": ["null", "string"], "format": "email", "maxLength": 254, "pattern": "^[^@\\s]+@[^@\\s]+$" }""")]
    [InlineData("berth", """{ "type": "integer", "format": "int32", "minimum": -2147483648, "maximum": 2147483647 }""")]
    [InlineData("miles", """{ "type": "integer", "format": "int64", "minimum": -9223372036854775808, "maximum": 9223372036854775807 }""")]
    [InlineData("price", """{ "type": ["null", "number"], "minimum": -999.99, "maximum": 999.99 }""")]
    [InlineData("weight", """{ "type": "number", "minimum": -79228162514264337593543950335, "maximum": 79228162514264337593543950335 }""")]
    [InlineData("built", """{ "type": ["null", "string"], "format": "date", "maxLength": 10 }""")]
    [InlineData("sails", """{ "type": ["null", "string"], "format": "time", "maxLength": 16 }""")]
    [InlineData("seen", """{ "type": ["null", "string"], "format": "date-time", "maxLength": 42 }""")]
    [InlineData("owner", """{ "type": ["null", "string"], "format": "uuid", "maxLength": 36 }""")]
    [InlineData("photo", """{ "type": ["null", "string"], "format": "byte", "maxLength": 1048576 }""")]
    [InlineData("crew", """{ "type": ["null", "array"], "maxItems": 2, "items": { "type": "string", "maxLength": 3, "pattern": "^[^\\u0000]*$" } }""")]
    [InlineData("ports", """{ "type": ["null", "array"], "maxItems": 7, "items": { "type": "integer", "format": "int32", "minimum": -2147483648, "maximum": 2147483647 } }""")]
    public void AMemberHasTheLimitsOfItsTypeAndRules(string member, string schema) => AssertEqual(schema, Schema("BoatRequest")["properties"]![member]);

    [Fact]
    public void AnAnswerHasTheRulesOfTheRequest()
    {
        AssertEqual(Schema("BoatRequest")["properties"]!["name"]!.ToJsonString(), Schema("BoatResponse")["properties"]!["name"]);
        AssertEqual(Schema("BoatRequest")["properties"]!["crew"]!.ToJsonString(), Schema("BoatResponse")["properties"]!["crew"]);
    }

    [Fact]
    public void APatchRequiresNothing()
    {
        AssertEqual("""{ "$ref": "#/components/schemas/BoatPatch" }""", Operation("/boats/{id}", "patch")["requestBody"]!["content"]![MergePatch.ContentType]!["schema"]);

        Assert.NotNull(Schema("BoatRequest")["required"]);
        Assert.Null(Schema("BoatPatch")["required"]);
        AssertEqual(Schema("BoatRequest")["properties"]!.ToJsonString(), Schema("BoatPatch")["properties"]);
    }

    [Theory]
    [InlineData(400, "BadRequest", "VALIDATION_ERROR")]
    [InlineData(404, "NotFound", "NOT_FOUND")]
    [InlineData(409, "Conflict", "CONFLICT")]
    [InlineData(429, "TooManyRequests", "RATE_LIMITED")]
    [InlineData(500, "InternalServerError", "INTERNAL_ERROR")]
    [InlineData(503, "ServiceUnavailable", "UNAVAILABLE")]
    [InlineData(504, "GatewayTimeout", "TIMEOUT")]
    public void AnErrorIsDescribedOnceWithAnExample(int status, string name, string code)
    {
        AssertEqual($$"""{ "$ref": "#/components/responses/{{name}}" }""", Operation("/boats/{id}", "put")["responses"]![$"{status}"]);

        var response = document["components"]!["responses"]![name]!;
        Assert.Equal(code, ErrorReading.Code(response["content"]![ErrorBody.ContentType]!["example"]!.Deserialize<JsonElement>()));
        Assert.NotNull(response["headers"]!["RateLimit-Limit"]);
        Assert.Equal(status is 409 or 429 or 503, response["headers"]!["Retry-After"] is not null);
    }

    [Fact]
    public void AnExampleHoldsTheRules()
    {
        var example = Operation("/boats/{id}", "put")["requestBody"]!["content"]!["application/json"]!["example"]!;

        Assert.Equal(typeof(BoatRequest).GetProperties().Length, example.AsObject().Count);
        Assert.Null(RequestRules.Check(example.Deserialize<BoatRequest>(JsonRules.Options)!));
    }

    [Fact]
    public void EverythingThatIsSentAndAnsweredHasAnExample()
    {
        foreach (var (path, method) in (ReadOnlySpan<(string, string)>)[("/boats", "get"), ("/boats/{id}", "put"), ("/boats/{id}", "patch")])
        {
            var operation = Operation(path, method);
            var contents = new[] { operation["requestBody"], operation["responses"]!["200"] }.Select(part => part?["content"]).OfType<JsonObject>();
            Assert.All(contents.SelectMany(content => content), content => Assert.NotNull(content.Value!["example"]));
            Assert.All(operation["parameters"]!.AsArray(), parameter => Assert.NotNull(parameter!["example"]));
        }
    }

    private JsonNode Schema(string name) => document["components"]!["schemas"]![name]!;

    private JsonNode Operation(string path, string method) => document["paths"]![path]![method]!;

    private static void AssertEqual(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual?.ToJsonString());

    public sealed record BoatRequest
    {
        [Required, Text(5)]
        public string? Name { get; init; }

        [WebAddress]
        public string? Home { get; init; }

        [Email]
        public string? Contact { get; init; }

        public int Berth { get; init; }

        public long Miles { get; init; }

        [Digits(5, 2)]
        public decimal? Price { get; init; }

        public decimal Weight { get; init; }

        public DateOnly? Built { get; init; }

        public TimeOnly? Sails { get; init; }

        public DateTimeOffset? Seen { get; init; }

        public Guid? Owner { get; init; }

        public byte[]? Photo { get; init; }

        public ProbeKind Kind { get; init; }

        [Storable]
        public JsonElement? Facts { get; init; }

        [Items(2), Text(3)]
        public IReadOnlyList<string>? Crew { get; init; }

        [Items(7)]
        public IReadOnlyList<int>? Ports { get; init; }
    }

    [SameRulesAs(typeof(BoatRequest))]
    public sealed record BoatResponse(Guid Id, string Name, ProbeKind Kind, IReadOnlyList<string>? Crew);
}
