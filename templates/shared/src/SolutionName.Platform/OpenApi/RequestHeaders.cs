using Microsoft.OpenApi;

namespace Acme.Platform.OpenApi;

internal static class RequestHeaders
{
    /// <summary>Shows a header that the operation takes.</summary>
    public static void AddHeader(this OpenApiOperation operation, string name, string description, OpenApiSchema schema, bool isRequired = false) =>
        operation.Parameters =
        [
            .. operation.Parameters ?? [],
            new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Header,
                Description = description,
                Required = isRequired,
                Schema = schema,
            },
        ];
}
