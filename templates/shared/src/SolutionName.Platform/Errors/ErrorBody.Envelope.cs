using Microsoft.AspNetCore.Http;

namespace Acme.Platform.Errors;

/// <summary>How every error is written: one envelope, framework errors included.</summary>
public sealed record ErrorBody(ErrorBody.Facts Error)
{
    public const string ContentType = "application/json";

    /// <param name="Code">The stable name that programs test for.</param>
    /// <param name="Message">A sentence for people.</param>
    /// <param name="Details">What is wrong with which field.</param>
    /// <param name="RequestId">What to quote when asking for help; the logs carry it.</param>
    public sealed record Facts(string Code, string Message, IReadOnlyList<FieldError> Details, string RequestId);

    internal static Task WriteAsync(HttpContext context, ApiError error) => context.Response.WriteAsJsonAsync(
        new ErrorBody(new Facts(error.Code, error.Message, error.Details, context.TraceIdentifier)),
        context.RequestAborted);
}
