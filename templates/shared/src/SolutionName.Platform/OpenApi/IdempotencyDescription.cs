using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Acme.Platform.Idempotency;

namespace Acme.Platform.OpenApi;

/// <summary>How operations show that they take an idempotency key.</summary>
internal static class IdempotencyDescription
{
    public static void AddTo(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        if (!context.Description.ActionDescriptor.EndpointMetadata.OfType<IdempotentMetadata>().Any())
            return;

        operation.AddHeader(
            IdempotentRequest.Header,
            "A name for this request, made by the caller: sent again with it within 24 hours, the request is not done again but answered as before.",
            new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                MinLength = 1,
                MaxLength = 255,
                Pattern = "^[!-~]+$",
                Examples = ["0197a5d0-5b3c-7000-8000-000000000002"],
            });
        foreach (var response in (operation.Responses ?? []).Where(response => response.Key[0] is '2').Select(response => response.Value).OfType<OpenApiResponse>())
            ResponseHeaders.Add(response, Answer.RepeatedHeader, context.Document!);
    }
}
