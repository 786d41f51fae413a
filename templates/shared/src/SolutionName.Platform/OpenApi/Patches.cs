using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Acme.Platform.OpenApi;

/// <summary>How the document describes merge patches (RFC 7396): the members of the request, none of them required.</summary>
internal static class Patches
{
    private const string Request = "Request";

    /// <summary>Lets the content be a patch of what it is said to be.</summary>
    public static void Describe(OpenApiMediaType content, OpenApiDocument document)
    {
        if (content.Schema is not OpenApiSchemaReference { Reference.Id: { } whole, Target: { } schema })
            return;

        var name = (whole.EndsWith(Request, StringComparison.Ordinal) ? whole[..^Request.Length] : whole) + "Patch";
        var patch = new OpenApiSchema
        {
            Type = schema.Type,
            Properties = schema.Properties,
            AdditionalPropertiesAllowed = schema.AdditionalPropertiesAllowed,
        };
        document.AddComponent(name, patch);
        content.Schema = new OpenApiSchemaReference(name, document);
        content.Example = new JsonObject((Examples.Of(patch, document) as JsonObject ?? []).Take(1).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
    }
}
