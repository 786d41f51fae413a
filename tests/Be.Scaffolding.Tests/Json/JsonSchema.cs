using System.Text.Json;
using System.Text.RegularExpressions;

namespace Be.Scaffolding.Tests.Json;

/// <summary>As much of JSON Schema 2020-12 as the schema of be.json uses; a keyword that it does not know fails the test.</summary>
internal sealed class JsonSchema(JsonElement schema)
{
    private static readonly HashSet<string> Annotations = ["$schema", "$defs", "title", "description"];

    public static JsonSchema Read(string path) => new(JsonDocument.Parse(File.ReadAllText(path)).RootElement);

    public bool Accepts(string json) => Accepts(schema, JsonDocument.Parse(json).RootElement);

    /// <summary>The values of an enum in the schema.</summary>
    public IEnumerable<string> Enum(params string[] path)
    {
        var node = path.Aggregate(schema, (element, name) => element.GetProperty(name));
        return node.GetProperty("enum").EnumerateArray().Select(value => value.GetString()!);
    }

    private bool Accepts(JsonElement rules, JsonElement value) =>
        rules.EnumerateObject().All(rule => Annotations.Contains(rule.Name) || Holds(rules, rule, value));

    private bool Holds(JsonElement rules, JsonProperty rule, JsonElement value) =>
        rule.Name switch
        {
            "$ref" => Accepts(schema.GetProperty("$defs").GetProperty(rule.Value.GetString()!["#/$defs/".Length..]), value),
            "type" => TypeOf(value) == rule.Value.GetString(),
            "const" => JsonElement.DeepEquals(value, rule.Value),
            "enum" => rule.Value.EnumerateArray().Any(allowed => JsonElement.DeepEquals(value, allowed)),
            "pattern" => value.ValueKind != JsonValueKind.String
                || Regex.IsMatch(value.GetString()!, rule.Value.GetString()!, RegexOptions.ECMAScript),
            "items" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().All(item => Accepts(rule.Value, item)),
            "required" => value.ValueKind != JsonValueKind.Object
                || rule.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
            "properties" => value.ValueKind != JsonValueKind.Object
                || value
                    .EnumerateObject()
                    .All(member => !rule.Value.TryGetProperty(member.Name, out var rulesOfMember) || Accepts(rulesOfMember, member.Value)),
            "additionalProperties" => value.ValueKind != JsonValueKind.Object
                || value.EnumerateObject().All(member => rules.GetProperty("properties").TryGetProperty(member.Name, out _)),
            _ => throw new NotSupportedException($"The schema uses {rule.Name}."),
        };

    private static string TypeOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => "boolean",
            _ => value.ValueKind.ToString().ToLowerInvariant(),
        };
}
