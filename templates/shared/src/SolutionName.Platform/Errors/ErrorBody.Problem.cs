using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Acme.Platform.Errors;

/// <summary>How every error is written: problem details (RFC 9457), framework errors included.</summary>
/// <param name="Type">The problem's type; its meaning is the status and the code.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Status">The HTTP status code.</param>
/// <param name="Detail">A sentence for people.</param>
/// <param name="Code">The stable name that programs test for.</param>
/// <param name="Errors">What is wrong with which field.</param>
/// <param name="RequestId">What to quote when asking for help; the logs carry it.</param>
public sealed record ErrorBody(
    string Type, string Title, int Status, string Detail, string Code, IReadOnlyList<FieldError> Errors, string RequestId)
{
    public const string ContentType = "application/problem+json";

    internal static Task WriteAsync(HttpContext context, ApiError error) => context.Response.WriteAsJsonAsync(
        new ErrorBody(
            "about:blank",
            ReasonPhrases.GetReasonPhrase(error.Status),
            error.Status,
            error.Message,
            error.Code,
            error.Details,
            context.TraceIdentifier),
        options: null,
        ContentType,
        context.RequestAborted);
}
