using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Acme.Platform.Idempotency;

/// <summary>What a request was answered, as far as a repetition is answered the same.</summary>
internal sealed record Answer(int Status, string? Location, string? ETag, string? ContentType, byte[] Body)
{
    /// <summary>Says that the answer is an earlier one.</summary>
    public const string RepeatedHeader = "Idempotency-Replayed";

    public static Answer Of(HttpResponse response, byte[] body) =>
        new(response.StatusCode, Text(response.Headers.Location), Text(response.Headers.ETag), response.ContentType, body);

    /// <summary>Gives it again.</summary>
    public async Task RepeatAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = Status;
        response.Headers.Location = Location;
        response.Headers.ETag = ETag;
        response.Headers[RepeatedHeader] = "true";
        response.ContentType = ContentType;
        await SendAsync(context, Body);
    }

    /// <summary>Sends the body of an answer whose status and headers are set.</summary>
    public static async Task SendAsync(HttpContext context, byte[] body)
    {
        if (body.Length == 0)
            return;

        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static string? Text(StringValues values) => values.Count == 0 ? null : values.ToString();
}
