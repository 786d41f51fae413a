using System.Text.Json.Nodes;
using Acme.Testing.OpenApi;

namespace Acme.Testing.Hostile;

/// <summary>An operation of the OpenAPI document, as one reads it who looks for holes.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its path, with the names of parameters in braces.</param>
/// <param name="Parameters">Names and places of its parameters.</param>
/// <param name="MediaType">What its body is; null without one.</param>
/// <param name="Example">A body that it takes.</param>
/// <param name="Required">The members that a body must have.</param>
/// <param name="Statuses">What it is said to answer.</param>
internal sealed record Operation(
    HttpMethod Method, string Path, IReadOnlyList<(string Name, string In)> Parameters, string? MediaType, JsonObject? Example, IReadOnlySet<string> Required,
    IReadOnlySet<int> Statuses)
{
    public bool Writes => Method != HttpMethod.Get;

    public static IReadOnlyList<Operation> ReadAll(JsonObject document) =>
    [
        .. from path in document["paths"]!.AsObject()
           from operation in path.Value!.AsObject()
           select Read(document, path.Key, operation.Key, operation.Value!.AsObject()),
    ];

    private static Operation Read(JsonObject document, string path, string method, JsonObject operation)
    {
        var content = DocumentComparison.Members(DocumentComparison.Resolve(document, operation["requestBody"])?["content"]).FirstOrDefault();
        return new Operation(
            HttpMethod.Parse(method),
            path,
            [
                .. (operation["parameters"] as JsonArray ?? [])
                    .Select(parameter => DocumentComparison.Resolve(document, parameter)!)
                    .Select(parameter => ((string)parameter["name"]!, (string)parameter["in"]!)),
            ],
            content.Key,
            content.Value?["example"] as JsonObject,
            (DocumentComparison.Resolve(document, content.Value?["schema"])?["required"] as JsonArray ?? []).Select(name => (string)name!).ToHashSet(),
            operation["responses"]!.AsObject().Select(response => int.Parse(response.Key, CultureInfo.InvariantCulture)).ToHashSet());
    }
}
