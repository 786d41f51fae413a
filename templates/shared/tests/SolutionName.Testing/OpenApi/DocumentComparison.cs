using System.Text.Json.Nodes;

namespace Acme.Testing.OpenApi;

/// <summary>Compares two OpenAPI documents as those see them who call the API: operation by operation.</summary>
public sealed class DocumentComparison
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    private readonly JsonObject before;
    private readonly JsonObject after;
    private readonly List<Difference> differences = [];

    private DocumentComparison(JsonObject before, JsonObject after) => (this.before, this.after) = (before, after);

    /// <summary>All that is not the same, what breaks callers first; nothing where the documents say the same.</summary>
    public static IReadOnlyList<Difference> Compare(JsonObject before, JsonObject after)
    {
        var comparison = new DocumentComparison(before, after);
        comparison.CompareOperations();
        if (comparison.differences.Count == 0 && !JsonNode.DeepEquals(before, after))
            comparison.Add(DifferenceKind.Changed, "the document", "has other texts or examples");

        return [.. comparison.differences.OrderBy(difference => difference.Kind)];
    }

    private void CompareOperations()
    {
        var (old, current) = (Operations(before), Operations(after));
        foreach (var (name, operation) in old)
        {
            if (current.TryGetValue(name, out var now))
                Compare(name, operation, now);
            else
                Add(DifferenceKind.Breaking, name, "is gone");
        }

        foreach (var name in current.Keys.Except(old.Keys))
            Add(DifferenceKind.Added, name, "is new");
    }

    private void Compare(string name, JsonObject old, JsonObject now)
    {
        if ((string?)old["operationId"] != (string?)now["operationId"])
            Add(DifferenceKind.Breaking, name, $"is called {now["operationId"]} instead of {old["operationId"]}, as generated clients know it");
        if (!JsonNode.DeepEquals(old["security"] ?? before["security"], now["security"] ?? after["security"]))
            Add(DifferenceKind.Breaking, name, "asks for other credentials");
        if ((string?)old["description"] != (string?)now["description"])
            Add(DifferenceKind.Changed, name, "is described otherwise");

        CompareParameters(name, Parameters(before, old), Parameters(after, now));
        CompareBodies($"{name}, body", Resolve(before, old["requestBody"]), Resolve(after, now["requestBody"]));
        CompareResponses(name, Members(old["responses"]), Members(now["responses"]));
    }

    private void CompareParameters(string name, Dictionary<string, JsonObject> old, Dictionary<string, JsonObject> now)
    {
        foreach (var (parameter, was) in old)
        {
            if (!now.TryGetValue(parameter, out var still))
            {
                Add(DifferenceKind.Breaking, $"{name}, {parameter}", "is gone");
                continue;
            }

            CompareRequired($"{name}, {parameter}", was, still);
            Schemas(Direction.Request).Compare($"{name}, {parameter}", was["schema"], still["schema"]);
        }

        foreach (var (parameter, added) in now.Where(parameter => !old.ContainsKey(parameter.Key)))
            AddMember($"{name}, {parameter}", IsRequired(added));
    }

    private void CompareBodies(string name, JsonObject? old, JsonObject? now)
    {
        if (old is null && now is not null)
            AddMember(name, IsRequired(now));
        if (old is null)
            return;
        if (now is null)
        {
            Add(DifferenceKind.Breaking, name, "is gone");
            return;
        }

        CompareRequired(name, old, now);
        CompareContents(name, old, now, Direction.Request);
    }

    private void CompareResponses(string name, Dictionary<string, JsonNode?> old, Dictionary<string, JsonNode?> now)
    {
        foreach (var (status, response) in old)
        {
            var where = $"{name}, {status}";
            var was = Resolve(before, response)!;
            if (!now.TryGetValue(status, out var current))
            {
                Add(status[0] is '2' ? DifferenceKind.Breaking : DifferenceKind.Changed, where, "is gone");
                continue;
            }

            var becomes = Resolve(after, current)!;
            CompareContents(where, was, becomes, Direction.Response);
            var (oldHeaders, newHeaders) = (Members(was["headers"]), Members(becomes["headers"]));
            foreach (var (header, described) in oldHeaders)
            {
                if (newHeaders.TryGetValue(header, out var still))
                    Schemas(Direction.Response).Compare($"{where}, header {header}", Resolve(before, described)!["schema"], Resolve(after, still)!["schema"]);
                else
                    Add(DifferenceKind.Breaking, $"{where}, header {header}", "is gone");
            }

            foreach (var header in newHeaders.Keys.Except(oldHeaders.Keys))
                Add(DifferenceKind.Added, $"{where}, header {header}", "is new");
        }

        foreach (var status in now.Keys.Except(old.Keys))
            Add(DifferenceKind.Added, $"{name}, {status}", "is new");
    }

    private void CompareContents(string name, JsonObject old, JsonObject now, Direction direction)
    {
        var (was, becomes) = (Members(old["content"]), Members(now["content"]));
        foreach (var (mediaType, content) in was)
        {
            if (becomes.TryGetValue(mediaType, out var still))
                Schemas(direction).Compare(name, content?["schema"], still?["schema"]);
            else
                Add(DifferenceKind.Breaking, name, $"is no longer {mediaType}");
        }

        foreach (var mediaType in becomes.Keys.Except(was.Keys))
            Add(DifferenceKind.Added, name, $"may be {mediaType}");
    }

    private void CompareRequired(string where, JsonObject old, JsonObject now)
    {
        if (IsRequired(old) != IsRequired(now))
            Add(IsRequired(now) ? DifferenceKind.Breaking : DifferenceKind.Changed, where, IsRequired(now) ? "is required" : "is no longer required");
    }

    private void AddMember(string where, bool isRequired) =>
        Add(isRequired ? DifferenceKind.Breaking : DifferenceKind.Added, where, isRequired ? "is new and required" : "is new");

    private void Add(DifferenceKind kind, string where, string what) => differences.Add(new Difference(kind, where, what));

    private SchemaComparison Schemas(Direction direction) => new(before, after, direction, differences);

    private static Dictionary<string, JsonObject> Operations(JsonObject document) =>
        (from path in Members(document["paths"])
         from operation in Members(path.Value)
         where Methods.Contains(operation.Key)
         select (Name: $"{operation.Key.ToUpperInvariant()} {path.Key}", Operation: operation.Value!.AsObject()))
        .ToDictionary(operation => operation.Name, operation => operation.Operation);

    private static Dictionary<string, JsonObject> Parameters(JsonObject document, JsonObject operation) =>
        (operation["parameters"] as JsonArray ?? [])
        .Select(parameter => Resolve(document, parameter)!)
        .ToDictionary(parameter => $"{parameter["in"]} {parameter["name"]}");

    private static bool IsRequired(JsonObject described) => (bool?)described["required"] is true;

    internal static Dictionary<string, JsonNode?> Members(JsonNode? node) => (node as JsonObject ?? []).ToDictionary(member => member.Key, member => member.Value);

    /// <summary>What a reference within the document leads to.</summary>
    internal static JsonObject? Resolve(JsonObject document, JsonNode? node)
    {
        while ((node as JsonObject)?["$ref"] is { } reference)
            node = ((string)reference!).TrimStart('#', '/').Split('/').Aggregate((JsonNode?)document, (inner, name) => inner?[name]);

        return node as JsonObject;
    }
}
