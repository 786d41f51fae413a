using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using Acme.Platform.Errors;
using Acme.Platform.Http;
using Acme.Platform.Json;

namespace Acme.Platform.OpenApi;

/// <summary>What concerns the document as a whole: whose it is, headers and errors that are everywhere the same, patches, examples.</summary>
internal static class DocumentDescription
{
    /// <summary>What the server answers where a body comes too slowly, is too large, or of another media type.</summary>
    private static readonly int[] BodyErrors = [408, 413, 415];

    public static void Complete(OpenApiDocument document, string program)
    {
        document.Info = new OpenApiInfo
        {
            Title = program,
            Version = "v1",
            Description = $"The HTTP API of {program}: JSON, errors in one form, limits and keyset pages everywhere.",
            Contact = new OpenApiContact { Name = program },
        };
        document.Servers =
        [
            new OpenApiServer
            {
                Url = "/",
                Description = "Where this document comes from, be it local, staging or production.",
                Extensions = new Dictionary<string, IOpenApiExtension> { ["x-internal"] = new JsonNodeExtension(false) },
            },
        ];
        foreach (var operation in (document.Paths ?? []).Values.SelectMany(path => path.Operations ?? []).Select(operation => operation.Value))
            Complete(operation, document);
    }

    private static void Complete(OpenApiOperation operation, OpenApiDocument document)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            parameter.Description ??= parameter.In == ParameterLocation.Path ? $"The {parameter.Name} of the row." : null;
            parameter.Example ??= Examples.Of(parameter.Schema, document);
        }

        foreach (var (mediaType, content) in operation.RequestBody?.Content ?? new Dictionary<string, OpenApiMediaType>())
        {
            if (mediaType == MergePatch.ContentType)
                Patches.Describe(content, document);
            content.Example ??= Examples.Of(content.Schema, document);
        }

        if (operation.RequestBody is not null && document.Components?.Schemas?.ContainsKey(nameof(ErrorBody)) is true)
            AddErrorsOfBodies(operation.Responses ??= [], document);
        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (response is not OpenApiResponse described)
                continue;
            if (IsError(described))
            {
                operation.Responses![status] = Error(int.Parse(status, CultureInfo.InvariantCulture), described, document);
                continue;
            }

            ResponseHeaders.AddTo(described, status, document);
            foreach (var content in described.Content?.Values ?? [])
                content.Example ??= Examples.Of(content.Schema, document);
        }
    }

    private static void AddErrorsOfBodies(OpenApiResponses responses, OpenApiDocument document)
    {
        foreach (var status in BodyErrors)
        {
            var content = new OpenApiMediaType { Schema = new OpenApiSchemaReference(nameof(ErrorBody), document) };
            responses.TryAdd($"{status}", new OpenApiResponse
            {
                Description = ReasonPhrases.GetReasonPhrase(status),
                Content = new Dictionary<string, OpenApiMediaType> { [ErrorBody.ContentType] = content },
            });
        }
    }

    private static bool IsError(OpenApiResponse response) =>
        response.Content?.TryGetValue(ErrorBody.ContentType, out var content) is true
        && content.Schema is OpenApiSchemaReference { Reference.Id: nameof(ErrorBody) };

    /// <summary>An error is described once for all operations.</summary>
    private static OpenApiResponseReference Error(int status, OpenApiResponse response, OpenApiDocument document)
    {
        var name = ReasonPhrases.GetReasonPhrase(status).Replace(" ", "", StringComparison.Ordinal);
        if (document.Components?.Responses?.ContainsKey(name) is not true)
        {
            ResponseHeaders.AddTo(response, status.ToString(CultureInfo.InvariantCulture), document);
            response.Content![ErrorBody.ContentType].Example = ExampleOf(status);
            document.AddComponent(name, response);
        }

        return new OpenApiResponseReference(name, document);
    }

    private static JsonNode? ExampleOf(int status)
    {
        var error = status switch
        {
            400 => ApiError.Invalid("name", "is required"),
            409 => ApiError.Taken("name"),
            412 => ApiError.PreconditionFailed(),
            422 => ApiError.RefersToNothing("customerId"),
            428 => ApiError.PreconditionRequired(),
            429 => ApiError.RateLimited(TimeSpan.FromSeconds(1)),
            _ => ApiError.FromStatus(status),
        };
        return JsonSerializer.SerializeToNode(ErrorBody.Of(error, "0HNQ7KUPJ5KS5:00000001"), JsonRules.Options);
    }
}
