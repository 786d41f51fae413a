using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Acme.Platform.Validation;

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
    [property: Text(64)] string Type,
    [property: Text(64)] string Title,
    [property: Range(400, 599)] int Status,
    [property: Text(FieldError.MaxMessageLength)] string Detail,
    [property: MaxLength(64), RegularExpression("^[A-Z_]+$")] string Code,
    [property: Items(FieldError.MaxCount)] IReadOnlyList<FieldError> Errors,
    [property: MaxLength(Http.RequestId.MaxLength), RegularExpression(Http.RequestId.Pattern)] string RequestId)
{
    public const string ContentType = "application/problem+json";

    internal static ErrorBody Of(ApiError error, string requestId) => new(
        "about:blank", ReasonPhrases.GetReasonPhrase(error.Status), error.Status, error.Message, error.Code, error.Details, requestId);

    internal static Task WriteAsync(HttpContext context, ApiError error) =>
        context.Response.WriteAsJsonAsync(Of(error, context.TraceIdentifier), options: null, ContentType, context.RequestAborted);
}
