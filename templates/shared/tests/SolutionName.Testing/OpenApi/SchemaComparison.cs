using System.Text.Json.Nodes;

namespace Acme.Testing.OpenApi;

/// <summary>Who sends what a schema describes.</summary>
internal enum Direction
{
    /// <summary>The caller: the API must take all that it took before.</summary>
    Request,

    /// <summary>The API: it must answer nothing that callers do not expect.</summary>
    Response,
}

/// <summary>Compares two schemas of what is sent in one direction. Limits of what the API answers may change, callers do not check them.</summary>
internal sealed class SchemaComparison(JsonObject before, JsonObject after, Direction direction, List<Difference> differences)
{
    private static readonly string[] UpperLimits = ["maximum", "maxLength", "maxItems", "maxProperties"];
    private static readonly string[] LowerLimits = ["minimum", "minLength", "minItems", "minProperties"];
    private static readonly string[] Choices = ["allOf", "anyOf", "oneOf", "not"];

    // A schema may contain itself.
    private readonly HashSet<(JsonObject, JsonObject)> compared = [];

    public void Compare(string where, JsonNode? old, JsonNode? now)
    {
        var (was, becomes) = (Schema.Of(before, old), Schema.Of(after, now));
        CompareSets(where, "type", was.Types, becomes.Types);
        CompareSets(where, "value", was.Values, becomes.Values);
        if (!compared.Add((was.Node, becomes.Node)))
            return;

        CompareLimits(where, was.Node, becomes.Node);
        CompareTexts(where, was.Node, becomes.Node);
        CompareMembers(where, was.Node, becomes.Node);
        if (was.Node["items"] is { } items && becomes.Node["items"] is { } newItems)
            Compare(where + "[]", items, newItems);
    }

    /// <param name="where">The place.</param>
    /// <param name="what">What the sets hold.</param>
    /// <param name="was">What was possible; null is everything.</param>
    /// <param name="becomes">What is possible now.</param>
    private void CompareSets(string where, string what, IReadOnlySet<string>? was, IReadOnlySet<string>? becomes)
    {
        if (was is null && becomes is null)
            return;
        if (was is null || becomes is null)
        {
            Add(IsRequest == was is null, where, was is null ? $"has a certain {what} now" : $"may have any {what}");
            return;
        }

        foreach (var lost in was.Except(becomes))
            Add(IsRequest, where, $"no longer has the {what} {lost}");
        foreach (var gained in becomes.Except(was))
            Add(!IsRequest, where, $"may have the {what} {gained}");
    }

    private void CompareLimits(string where, JsonObject old, JsonObject now)
    {
        foreach (var (limit, sign) in UpperLimits.Select(limit => (limit, 1)).Concat(LowerLimits.Select(limit => (limit, -1))))
        {
            var (was, becomes) = (Number(old[limit]), Number(now[limit]));
            if (was == becomes)
                continue;

            var isNarrower = becomes is { } is1 && (was is not { } was1 || is1 * sign < was1 * sign);
            Add(IsRequest && isNarrower, where, $"has the {limit} {Text(now[limit])} instead of {Text(old[limit])}");
        }
    }

    private void CompareTexts(string where, JsonObject old, JsonObject now)
    {
        if (!JsonNode.DeepEquals(old["format"], now["format"]))
            Add(true, where, $"has the format {Text(now["format"])} instead of {Text(old["format"])}");
        if (!JsonNode.DeepEquals(old["pattern"], now["pattern"]))
            Add(IsRequest && now["pattern"] is not null, where, $"has the pattern {Text(now["pattern"])} instead of {Text(old["pattern"])}");
        foreach (var choice in Choices.Where(choice => !JsonNode.DeepEquals(old[choice], now[choice])))
            Add(true, where, $"is put together otherwise: {choice}");
    }

    private void CompareMembers(string where, JsonObject old, JsonObject now)
    {
        var (was, becomes) = (DocumentComparison.Members(old["properties"]), DocumentComparison.Members(now["properties"]));
        var (required, requiredNow) = (Names(old["required"]), Names(now["required"]));
        foreach (var (name, schema) in was)
        {
            var member = $"{where}.{name}";
            if (!becomes.TryGetValue(name, out var still))
            {
                Add(true, member, "is gone");
                continue;
            }

            Compare(member, schema, still);
            if (required.Contains(name) != requiredNow.Contains(name))
                Add(IsRequest == requiredNow.Contains(name), member, requiredNow.Contains(name) ? "is required" : "is no longer required");
        }

        foreach (var name in becomes.Keys.Except(was.Keys))
        {
            var breaks = IsRequest && requiredNow.Contains(name);
            differences.Add(new(breaks ? DifferenceKind.Breaking : DifferenceKind.Added, $"{where}.{name}", breaks ? "is new and required" : "is new"));
        }

        if (!JsonNode.DeepEquals(old["additionalProperties"], now["additionalProperties"]))
            Add(IsRequest, where, "takes other unnamed members than before");
    }

    private bool IsRequest => direction == Direction.Request;

    private void Add(bool breaks, string where, string what) =>
        differences.Add(new(breaks ? DifferenceKind.Breaking : DifferenceKind.Changed, where, what));

    private static HashSet<string> Names(JsonNode? names) => [.. (names as JsonArray ?? []).Select(name => (string)name!)];

    private static decimal? Number(JsonNode? number) =>
        number is null ? null : decimal.Parse(number.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Text(JsonNode? node) => node?.ToString() ?? "none";

    /// <summary>A schema with its references followed.</summary>
    private sealed record Schema(JsonObject Node, IReadOnlySet<string>? Types, IReadOnlySet<string>? Values)
    {
        public static Schema Of(JsonObject document, JsonNode? node)
        {
            var found = DocumentComparison.Resolve(document, node) ?? [];
            // Null or something else: that something, which may be null.
            if (found["oneOf"] is JsonArray { Count: 2 } choices && choices.FirstOrDefault(IsNull) is { } none)
            {
                var other = Of(document, choices.Single(choice => choice != none));
                return other with { Types = other.Types?.Append("null").ToHashSet(), Values = other.Values?.Append("null").ToHashSet() };
            }

            return new Schema(found, Set(found["type"] is JsonValue one ? new JsonArray(one.DeepClone()) : found["type"]), Set(found["enum"]));
        }

        private static bool IsNull(JsonNode? schema) => (string?)(schema?["type"] as JsonValue) is "null";

        private static HashSet<string>? Set(JsonNode? values) => values is JsonArray list ? [.. list.Select(Text)] : null;
    }
}
