using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using Acme.Platform.Limits;

namespace Acme.Platform.OpenApi;

/// <summary>Writes into the document which headers every answer has.</summary>
internal static class ResponseHeaders
{
    public static void Describe(OpenApiOperation operation)
    {
        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (response is not OpenApiResponse described)
                continue;

            described.Headers ??= new Dictionary<string, IOpenApiHeader>();
            described.Headers[RateLimitSetup.Limit] = Number("How many requests may come at once.");
            described.Headers[RateLimitSetup.Remaining] = Number("How many of them may still come now.");
            described.Headers[RateLimitSetup.Reset] = Number("In how many seconds as many as the limit may come again.");
            if (status is "429" or "503")
                described.Headers[HeaderNames.RetryAfter] = Number("After how many seconds another attempt makes sense.");
        }
    }

    private static OpenApiHeader Number(string description) => new()
    {
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "0", Maximum = "2147483647" },
    };
}
