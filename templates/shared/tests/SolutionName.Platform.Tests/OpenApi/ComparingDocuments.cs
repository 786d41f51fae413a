using System.Text.Json.Nodes;
using Acme.Testing.OpenApi;

namespace Acme.Platform.Tests.OpenApi;

public sealed class ComparingDocuments
{
    private const string Document = """
        {
          "info": { "title": "Boats" },
          "paths": {
            "/boats": {
              "get": {
                "operationId": "ListBoats",
                "description": "Lists boats.",
                "parameters": [{ "name": "limit", "in": "query", "schema": { "type": "integer", "maximum": 100 } }],
                "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Boat" } } } } }
              },
              "post": {
                "operationId": "CreateBoat",
                "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Boat" } } } },
                "responses": {
                  "201": { "headers": { "ETag": { "$ref": "#/components/headers/ETag" } } },
                  "400": { "content": { "application/json": { "schema": { "type": "object" } } } }
                }
              }
            }
          },
          "components": {
            "headers": { "ETag": { "schema": { "type": "string", "maxLength": 12 } } },
            "schemas": {
              "Boat": {
                "type": "object",
                "required": ["name"],
                "additionalProperties": false,
                "properties": {
                  "name": { "type": "string", "maxLength": 10, "minLength": 2 },
                  "length": { "type": ["null", "number"], "maximum": 99 },
                  "built": { "type": "string", "format": "date" },
                  "kind": { "enum": ["sail", "row"], "type": "string" },
                  "flag": { "oneOf": [{ "type": "null" }, { "$ref": "#/components/schemas/Flag" }] },
                  "crew": { "type": "array", "maxItems": 3, "items": { "type": "string", "maxLength": 5 } },
                  "mother": { "$ref": "#/components/schemas/Boat" },
                  "sister": { "oneOf": [{ "type": "null" }, { "$ref": "#/components/schemas/Boat" }] }
                }
              },
              "Flag": { "type": "string", "maxLength": 2 }
            }
          }
        }
        """;

    private const string List = "GET /boats";
    private const string Create = "POST /boats";

    [Fact]
    public void TheSameHasNoDifferences() => Assert.Empty(Compare(_ => { }));

    [Theory]
    [InlineData("paths//boats/get", null, $"{List} is gone")]
    [InlineData("paths//boats", null, $"{List} is gone")]
    [InlineData("paths//boats/get/operationId", "\"Boats\"", $"{List} is called Boats instead of ListBoats, as generated clients know it")]
    [InlineData("paths//boats/get/security", """[{ "bearer": [] }]""", $"{List} asks for other credentials")]
    [InlineData("paths//boats/get/parameters", "[]", $"{List}, query limit is gone")]
    [InlineData("paths//boats/get/parameters/0/required", "true", $"{List}, query limit is required")]
    [InlineData("paths//boats/get/parameters/0/schema/maximum", "50", $"{List}, query limit has the maximum 50 instead of 100")]
    [InlineData("paths//boats/get/parameters/0/schema/type", "\"string\"", $"{List}, query limit no longer has the type integer")]
    [InlineData("paths//boats/post/requestBody", null, $"{Create}, body is gone")]
    [InlineData("paths//boats/post/requestBody/content", """{ "text/plain": {} }""", $"{Create}, body is no longer application/json")]
    [InlineData("paths//boats/post/responses/201", null, $"{Create}, 201 is gone")]
    [InlineData("paths//boats/post/responses/201/headers", null, $"{Create}, 201, header ETag is gone")]
    [InlineData("components/headers/ETag/schema/type", "\"integer\"", $"{Create}, 201, header ETag may have the type integer")]
    [InlineData("components/schemas/Boat/required", """["name", "kind"]""", $"{Create}, body.kind is required")]
    [InlineData("components/schemas/Boat/required", "[]", $"{List}, 200.name is no longer required")]
    [InlineData("components/schemas/Boat/properties/name", null, $"{List}, 200.name is gone")]
    [InlineData("components/schemas/Boat/properties/name", null, $"{Create}, body.name is gone")]
    [InlineData("components/schemas/Boat/properties/name/maxLength", "9", $"{Create}, body.name has the maxLength 9 instead of 10")]
    [InlineData("components/schemas/Boat/properties/name/minLength", "3", $"{Create}, body.name has the minLength 3 instead of 2")]
    [InlineData("components/schemas/Boat/properties/name/pattern", "\"^A\"", $"{Create}, body.name has the pattern ^A instead of none")]
    [InlineData("components/schemas/Boat/properties/length/maximum", "98.5", $"{Create}, body.length has the maximum 98.5 instead of 99")]
    [InlineData("components/schemas/Boat/properties/length/type", "\"number\"", $"{Create}, body.length no longer has the type null")]
    [InlineData("components/schemas/Boat/properties/built/format", "\"date-time\"", $"{List}, 200.built has the format date-time instead of date")]
    [InlineData("components/schemas/Boat/properties/built/type", """["null", "string"]""", $"{List}, 200.built may have the type null")]
    [InlineData("components/schemas/Boat/properties/kind/enum", """["sail"]""", $"{Create}, body.kind no longer has the value row")]
    [InlineData("components/schemas/Boat/properties/kind/enum", """["sail", "row", "steam"]""", $"{List}, 200.kind may have the value steam")]
    [InlineData("components/schemas/Boat/properties/kind/enum", null, $"{List}, 200.kind may have any value")]
    [InlineData("components/schemas/Boat/properties/name/enum", """["Ada"]""", $"{Create}, body.name has a certain value now")]
    [InlineData("components/schemas/Boat/properties/flag", """{ "$ref": "#/components/schemas/Flag" }""", $"{Create}, body.flag no longer has the type null")]
    [InlineData("components/schemas/Flag/maxLength", "1", $"{Create}, body.flag has the maxLength 1 instead of 2")]
    [InlineData("components/schemas/Boat/properties/crew/maxItems", "2", $"{Create}, body.crew has the maxItems 2 instead of 3")]
    [InlineData("components/schemas/Boat/properties/crew/items/maxLength", "4", $"{Create}, body.crew[] has the maxLength 4 instead of 5")]
    [InlineData("components/schemas/Boat/properties/crew/items", """{ "type": "integer" }""", $"{List}, 200.crew[] may have the type integer")]
    public void WhatMakesCallersFailIsBreaking(string pointer, string? json, string expected) =>
        AssertContains(DifferenceKind.Breaking, expected, Compare(document => Set(document, pointer, json)));

    [Fact]
    public void ANewMemberThatMustBeSentIsBreaking()
    {
        var differences = Compare(document =>
        {
            Set(document, "components/schemas/Boat/properties/owner", """{ "type": "string" }""");
            Set(document, "components/schemas/Boat/required", """["name", "owner"]""");
        });

        AssertContains(DifferenceKind.Breaking, $"{Create}, body.owner is new and required", differences);
        AssertContains(DifferenceKind.Added, $"{List}, 200.owner is new", differences);
    }

    [Theory]
    [InlineData("paths//boats/get/description", "\"All boats.\"", $"{List} is described otherwise")]
    [InlineData("paths//boats/get/parameters/0/schema/maximum", "200", $"{List}, query limit has the maximum 200 instead of 100")]
    [InlineData("paths//boats/post/requestBody/required", "false", $"{Create}, body is no longer required")]
    [InlineData("paths//boats/post/responses/400", null, $"{Create}, 400 is gone")]
    [InlineData("components/schemas/Boat/properties/name/maxLength", "11", $"{Create}, body.name has the maxLength 11 instead of 10")]
    [InlineData("components/schemas/Boat/properties/name/maxLength", null, $"{List}, 200.name has the maxLength none instead of 10")]
    [InlineData("info/title", "\"Ships\"", "the document has other texts or examples")]
    public void WhatCallersCanLiveWithIsAChange(string pointer, string? json, string expected)
    {
        var differences = Compare(document => Set(document, pointer, json));

        AssertContains(DifferenceKind.Changed, expected, differences);
        Assert.DoesNotContain(differences, difference => difference.Kind == DifferenceKind.Breaking);
    }

    [Theory]
    [InlineData("paths//boats/put", """{ "responses": {} }""", "PUT /boats is new")]
    [InlineData("paths//boats/get/parameters/1", """{ "name": "sort", "in": "query" }""", $"{List}, query sort is new")]
    [InlineData("paths//boats/post/responses/409", "{}", $"{Create}, 409 is new")]
    [InlineData("paths//boats/post/responses/201/headers/Age", "{}", $"{Create}, 201, header Age is new")]
    [InlineData("components/schemas/Boat/properties/owner", """{ "type": "string" }""", $"{Create}, body.owner is new")]
    public void WhatIsNewIsAnAddition(string pointer, string json, string expected)
    {
        var differences = Compare(document => Set(document, pointer, json));

        AssertContains(DifferenceKind.Added, expected, differences);
        Assert.All(differences, difference => Assert.Equal(DifferenceKind.Added, difference.Kind));
    }

    private static IReadOnlyList<Difference> Compare(Action<JsonObject> change)
    {
        var after = Parse();
        change(after);
        return DocumentComparison.Compare(Parse(), after);
    }

    private static void AssertContains(DifferenceKind kind, string expected, IEnumerable<Difference> differences) =>
        Assert.Contains((kind, expected), differences.Select(difference => (difference.Kind, $"{difference.Where} {difference.What}")));

    private static JsonObject Parse() => JsonNode.Parse(Document)!.AsObject();

    // Names of paths begin with a slash.
    private static void Set(JsonObject document, string pointer, string? json)
    {
        var names = pointer.Replace("//", "/~", StringComparison.Ordinal).Split('/').Select(name => name.Replace('~', '/')).ToList();
        var parent = names.SkipLast(1).Aggregate((JsonNode)document, (inner, name) => inner is JsonArray list ? list[int.Parse(name, CultureInfo.InvariantCulture)]! : inner[name]!);
        if (parent is JsonArray items)
            items.Add(JsonNode.Parse(json!));
        else if (json is null)
            parent.AsObject().Remove(names[^1]);
        else
            parent[names[^1]] = JsonNode.Parse(json);
    }
}
