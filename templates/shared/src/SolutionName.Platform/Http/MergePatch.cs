using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Acme.Platform.Errors;
using Acme.Platform.Json;
using Acme.Platform.Validation;

namespace Acme.Platform.Http;

/// <summary>A JSON merge patch (RFC 7396): null removes a member, an object merges, anything else replaces.</summary>
public sealed class MergePatch
{
    public const string ContentType = "application/merge-patch+json";

    private readonly JsonObject patch;

    private MergePatch(JsonObject patch) => this.patch = patch;

    /// <summary>Reads the patch from the body; ASP.NET Core calls this.</summary>
    public static async ValueTask<MergePatch> BindAsync(HttpContext context)
    {
        var mediaType = context.Request.ContentType?.Split(';')[0].Trim();
        if (!string.Equals(mediaType, ContentType, StringComparison.OrdinalIgnoreCase))
            throw new ApiException(ApiError.FromStatus(StatusCodes.Status415UnsupportedMediaType));

        using var document = await ReadAsync(context);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            throw new ApiException(ApiError.Malformed("The body must be a JSON object."));

        foreach (var member in document.RootElement.EnumerateObject())
        {
            if (!StorableAttribute.IsStorable(() => member.Name))
                throw BadName();
            if (!StorableAttribute.IsStorable(member.Value))
                throw new ApiException(ApiError.Invalid(member.Name, StorableAttribute.Reason));
        }

        return new MergePatch(JsonObject.Create(document.RootElement.Clone())!);
    }

    /// <summary>What <paramref name="current"/> becomes.</summary>
    /// <exception cref="JsonException">The result is no <typeparamref name="T"/>; the path says where.</exception>
    public T ApplyTo<T>(T current)
    {
        var target = JsonSerializer.SerializeToNode(current, JsonRules.Options)!.AsObject();
        return Apply(target, patch).Deserialize<T>(JsonRules.Options)!;
    }

    // A member that the patch sets to null stays as an explicit null, so that a required one is missed and an unknown one noticed.
    private static JsonObject Apply(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
            target[name] = value is JsonObject changes ? Merge(target[name], changes) : value?.DeepClone();

        return target;
    }

    private static JsonObject Merge(JsonNode? target, JsonObject patch)
    {
        var merged = target is JsonObject existing ? (JsonObject)existing.DeepClone() : [];
        foreach (var (name, value) in patch)
        {
            if (value is null)
                merged.Remove(name);
            else
                merged[name] = value is JsonObject changes ? Merge(merged[name], changes) : value.DeepClone();
        }

        return merged;
    }

    private static ApiException BadName() => new(ApiError.Malformed($"The name of a member {StorableAttribute.Reason}."));

    private static async Task<JsonDocument> ReadAsync(HttpContext context)
    {
        try
        {
            return await JsonDocument.ParseAsync(
                context.Request.Body, new JsonDocumentOptions { AllowDuplicateProperties = false }, context.RequestAborted);
        }
        catch (JsonException syntax) when (syntax.LineNumber is not null)
        {
            // The document reader throws its syntax errors bare, the serializer wraps them; the translator knows the second form.
            throw new JsonException(syntax.Message, syntax.Path, syntax.LineNumber, syntax.BytePositionInLine, syntax);
        }
        catch (InvalidOperationException)
        {
            // Names that are no text cannot be compared with others.
            throw BadName();
        }
    }
}
