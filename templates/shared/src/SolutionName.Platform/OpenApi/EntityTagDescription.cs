using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using Acme.Platform.Http;
using Acme.Platform.Limits;
using Acme.Platform.Lists;

namespace Acme.Platform.OpenApi;

/// <summary>How operations show entity tags and the headers that compare them.</summary>
internal static class EntityTagDescription
{
    public static void AddTo(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IfMatchMetadata>().Any())
            operation.AddHeader("If-Match", "The ETags of the versions to change, or *. With another version the answer is 412.", Tags(), IfMatch.IsRequired);
        if (!metadata.OfType<TaggedMetadata>().Any())
            return;

        var responses = operation.Responses ??= [];
        if (HttpMethods.IsGet(context.Description.HttpMethod ?? ""))
        {
            operation.AddHeader("If-None-Match", "The ETags of the versions that the caller has, or *.", Tags());
            responses["304"] = new OpenApiResponse { Description = "Not Modified" };
        }

        var isAlwaysThere = !metadata.OfType<IncludeRules>().Any();
        foreach (var response in responses.Where(response => response.Key[0] is '2' or '3').Select(response => response.Value).OfType<OpenApiResponse>())
            ResponseHeaders.Add(response, HeaderNames.ETag, context.Document!, isAlwaysThere);
    }

    private static OpenApiSchema Tags() => new()
    {
        Type = JsonSchemaType.String,
        MaxLength = ServerLimits.MaxHeaderBytes,
        Pattern = "^(\\*|(W/)?\"[!#-~]*\"( *, *(W/)?\"[!#-~]*\")*)$",
        Examples = ["*"],
    };
}
