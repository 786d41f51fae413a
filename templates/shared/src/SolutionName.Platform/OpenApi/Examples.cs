using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Acme.Platform.OpenApi;

/// <summary>Examples, made from the types and rules in the document, so that they follow the code.</summary>
internal static class Examples
{
    private const int DeepestNesting = 8;

    private const decimal Number = 42;

    /// <summary>A value that the schema allows; null where there is none to show.</summary>
    public static JsonNode? Of(IOpenApiSchema? schema, OpenApiDocument document, int depth = 0)
    {
        schema = (schema as OpenApiSchemaReference)?.Target ?? schema;
        if (schema is null || depth > DeepestNesting)
            return null;
        if (schema.Examples is [{ } given, ..])
            return given.DeepClone();
        if (schema.Enum is [{ } first, ..])
            return first.DeepClone();
        if (schema.OneOf is { Count: > 0 } choices)
            return Of(choices.FirstOrDefault(choice => choice is not OpenApiSchema { Type: JsonSchemaType.Null }), document, depth);

        return (schema.Type & ~JsonSchemaType.Null) switch
        {
            JsonSchemaType.Object => new JsonObject(
                (schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
                .Where(member => !IsOtherRow(member.Value))
                .Select(member => KeyValuePair.Create(member.Key, Of(member.Value, document, depth + 1)))),
            JsonSchemaType.Array => new JsonArray(Of(schema.Items, document, depth + 1)),
            JsonSchemaType.Boolean => true,
            JsonSchemaType.Integer or JsonSchemaType.Number => JsonValue.Create(Within(schema)),
            JsonSchemaType.String => Text(schema),
            null => JsonNode.Parse("""{ "key": [1, "two", null] }"""),
            _ => null,
        };
    }

    // Callers see it only where they ask for it, and rows may refer to rows without end.
    private static bool IsOtherRow(IOpenApiSchema member) =>
        member.OneOf is { Count: 2 } choices && choices.OfType<OpenApiSchemaReference>().Any(choice => choice.Target?.Type is JsonSchemaType.Object);

    private static decimal Within(IOpenApiSchema schema) =>
        Math.Max(Math.Min(Number, Parse(schema.Maximum) ?? Number), Parse(schema.Minimum) ?? Number);

    private static decimal? Parse(string? number) =>
        decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string Text(IOpenApiSchema schema) => schema.Format switch
    {
        "uuid" => "0197a5d0-5b3c-7000-8000-000000000001",
        "date" => "2026-01-31",
        "time" => "12:30:00",
        "date-time" => "2026-01-31T12:30:00Z",
        "email" => "someone@example.com",
        "uri" => "https://example.com/",
        "byte" => "AQID",
        _ => "Sample"[..Math.Min("Sample".Length, schema.MaxLength ?? int.MaxValue)],
    };
}
