using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using Acme.Platform.Http;
using Acme.Platform.Idempotency;
using Acme.Platform.Limits;

namespace Acme.Platform.OpenApi;

/// <summary>The headers of answers: each is described once for all operations.</summary>
internal static class ResponseHeaders
{
    /// <summary>Shows the headers that every answer with this status has.</summary>
    public static void AddTo(OpenApiResponse response, string status, OpenApiDocument document)
    {
        Add(RateLimitSetup.Limit);
        Add(RateLimitSetup.Remaining);
        Add(RateLimitSetup.Reset);
        Add(RequestId.Header);
        Add(HeaderNames.AccessControlAllowOrigin);
        if (status is "201")
            Add(HeaderNames.Location);
        if (status is "409" or "429" or "503")
            Add(HeaderNames.RetryAfter);

        void Add(string name) => ResponseHeaders.Add(response, name, document);
    }

    /// <summary>Shows a header of an answer.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="name">The header.</param>
    /// <param name="document">The document.</param>
    /// <param name="isAlwaysThere">Whether each such answer has it.</param>
    public static void Add(OpenApiResponse response, string name, OpenApiDocument document, bool isAlwaysThere = true)
    {
        var id = isAlwaysThere ? name : "Optional" + name;
        if (document.Components?.Headers?.ContainsKey(id) is not true)
        {
            var header = Describe(name);
            header.Required &= isAlwaysThere;
            document.AddComponent(id, header);
        }

        response.Headers ??= new Dictionary<string, IOpenApiHeader>();
        response.Headers[name] = new OpenApiHeaderReference(id, document);
    }

    private static OpenApiHeader Describe(string name) => name switch
    {
        RateLimitSetup.Limit => Number("How many requests may come at once."),
        RateLimitSetup.Remaining => Number("How many of them may still come now."),
        RateLimitSetup.Reset => Number("In how many seconds as many as the limit may come again."),
        _ when name == HeaderNames.RetryAfter => Number("After how many seconds another attempt makes sense."),
        _ when name == HeaderNames.Location => Text("Where the new row is.", 2048, "^/[!-~]*$", isRequired: true),
        _ when name == HeaderNames.ETag => Text("The version of the row.", 12, "^\"[0-9]+\"$", isRequired: true),
        _ when name == HeaderNames.AccessControlAllowOrigin =>
            Text("The page's origin, where it is one that may call from a browser; else the header is missing.", 2048, "^[!-~]*$"),
        RequestId.Header => Text("What the request is called: as its caller calls it, else by the server.", RequestId.MaxLength, RequestId.Pattern),
        Answer.RepeatedHeader => Text("Where the answer is one given before, to the same request with the same key.", 4, "^true$"),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "This header is not described yet."),
    };

    private static OpenApiHeader Number(string description) => new()
    {
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "0", Maximum = "2147483647" },
    };

    private static OpenApiHeader Text(string description, int maxLength, string pattern, bool isRequired = false) => new()
    {
        Description = description,
        Required = isRequired,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = maxLength, Pattern = pattern },
    };
}
