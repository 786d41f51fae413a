using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Acme.Platform.Validation;

namespace Acme.Platform.Errors;

/// <summary>How every error is written: one envelope, framework errors included.</summary>
public sealed record ErrorBody(ErrorBody.Facts Error)
{
    public const string ContentType = "application/json";

    /// <param name="Code">The stable name that programs test for.</param>
    /// <param name="Message">A sentence for people.</param>
    /// <param name="Details">What is wrong with which field.</param>
    /// <param name="RequestId">What to quote when asking for help; the logs carry it.</param>
    public sealed record Facts(
        [property: MaxLength(64), RegularExpression("^[A-Z_]+$")] string Code,
        [property: Text(FieldError.MaxMessageLength)] string Message,
        [property: Items(FieldError.MaxCount)] IReadOnlyList<FieldError> Details,
        [property: MaxLength(Http.RequestId.MaxLength), RegularExpression(Http.RequestId.Pattern)] string RequestId);

    internal static ErrorBody Of(ApiError error, string requestId) => new(new Facts(error.Code, error.Message, error.Details, requestId));

    internal static Task WriteAsync(HttpContext context, ApiError error) =>
        context.Response.WriteAsJsonAsync(Of(error, context.TraceIdentifier), context.RequestAborted);
}
