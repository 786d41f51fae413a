using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Acme.Platform.Database;
using Acme.Platform.Errors;

namespace Acme.Platform.Idempotency;

/// <summary>A request with an <c>Idempotency-Key</c>.</summary>
/// <param name="Caller">The id of the user who is logged in, or nothing: a key is its caller's own.</param>
/// <param name="Key">What the caller calls the request.</param>
/// <param name="Fingerprint">SHA-256 of all that makes it this request.</param>
internal sealed partial record IdempotentRequest(string Caller, string Key, byte[] Fingerprint)
{
    public const string Header = "Idempotency-Key";

    /// <summary>Answers as the endpoint does, or as it did before.</summary>
    /// <param name="context">The request, with a key or without.</param>
    /// <param name="next">The endpoint.</param>
    public static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Headers.ContainsKey(Header))
        {
            await next(context);
            return;
        }

        var request = await ReadAsync(context);
        var (given, body) = await Repetition.RunAsync(() => request.AnswerOnceAsync(context, next), context.RequestAborted);

        // Nobody hears of an answer before the database has it, and nobody reads slowly while a transaction is open.
        await (given?.RepeatAsync(context) ?? Answer.SendAsync(context, body));
    }

    /// <returns>What the request was answered before; or the body of its answer now.</returns>
    private async Task<(Answer? Given, byte[] Body)> AnswerOnceAsync(HttpContext context, RequestDelegate next)
    {
        var log = context.RequestServices.GetRequiredService<RequestLog>();
        await using var transaction = await context.RequestServices.GetRequiredService<DatabaseSession>().BeginAsync(context.RequestAborted);
        if (await log.ReserveAsync(this, context.RequestAborted) is { } given)
            return (given, []);

        context.Request.Body.Position = 0;
        var body = await CaptureAsync(context, next);
        if (context.Response.StatusCode is >= 200 and < 300)
        {
            await log.RememberAsync(this, Answer.Of(context.Response, body), context.RequestAborted);
            await transaction.CommitAsync(context.RequestAborted);
        }

        // What is not committed is undone, the key with it.
        return (null, body);
    }

    private static async Task<IdempotentRequest> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Headers[Header] is not [{ } key] || !Visible().IsMatch(key))
            throw new ApiException(ApiError.Malformed($"{Header} is 1 to 255 visible ASCII characters."));

        // The server ends the body at its limit.
        var body = new MemoryStream();
        await request.Body.CopyToAsync(body, context.RequestAborted);
        request.Body = body;

        var caller = context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.GetEncodedPathAndQuery()}\n{caller}\n"));
        hash.AppendData(body.GetBuffer().AsSpan(0, (int)body.Length));
        return new IdempotentRequest(caller, key, hash.GetHashAndReset());
    }

    private static async Task<byte[]> CaptureAsync(HttpContext context, RequestDelegate next)
    {
        var response = context.Response;
        var sent = response.Body;
        using var kept = new MemoryStream();
        response.Body = kept;
        try
        {
            await next(context);
            await response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        finally
        {
            response.Body = sent;
        }

        return kept.ToArray();
    }

    [GeneratedRegex(@"^[!-~]{1,255}\z")]
    private static partial Regex Visible();
}
