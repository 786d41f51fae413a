using Microsoft.AspNetCore.Http;

namespace Acme.Platform.Errors;

/// <summary>A failure that a caller is told about. Handlers return it; deeper code throws <see cref="ApiException"/>.</summary>
/// <param name="Status">The HTTP status code.</param>
/// <param name="Code">The stable name that programs test for.</param>
/// <param name="Message">A sentence for people.</param>
public sealed record ApiError(int Status, string Code, string Message) : IResult, IStatusCodeHttpResult
{
    /// <summary>What is wrong with which member; empty when the failure is not about one.</summary>
    public IReadOnlyList<FieldError> Details { get; init; } = [];

    /// <summary>How long to wait before another attempt makes sense (RFC 9110, Retry-After).</summary>
    public TimeSpan? RetryAfter { get; init; }

    int? IStatusCodeHttpResult.StatusCode => Status;

    public static ApiError Malformed(string message) => new(400, "MALFORMED_REQUEST", message);

    public static ApiError Invalid(params IReadOnlyList<FieldError> details) =>
        new(400, "VALIDATION_ERROR", "The request is not valid.") { Details = details };

    /// <summary>One member that is wrong; its name may be the caller's own, of any length.</summary>
    public static ApiError Invalid(string field, string message) =>
        Invalid(new FieldError(field.Length > FieldError.MaxFieldLength ? field[..FieldError.MaxFieldLength] : field, message));

    public static ApiError NotFound(string what) => new(404, "NOT_FOUND", $"There is no such {what}.");

    public static ApiError Conflict(string message) => new(409, "CONFLICT", message);

    /// <summary>A unique value that another row has.</summary>
    public static ApiError Taken(params IReadOnlyList<string> fields) =>
        Conflict("Another row has this value already.") with { Details = About(fields, "is taken") };

    public static ApiError StillReferredTo() => Conflict("Other rows still refer to this one.");

    /// <summary>The row has another version than the caller says.</summary>
    public static ApiError PreconditionFailed() =>
        new(412, "PRECONDITION_FAILED", "It was changed since: get it again, and send the ETag that it has now as If-Match.");

    public static ApiError PreconditionRequired() =>
        new(428, "PRECONDITION_REQUIRED", "Say which version you mean: send its ETag as If-Match, or * for whatever there is.");

    public static ApiError Unprocessable(params IReadOnlyList<FieldError> details) =>
        new(422, "UNPROCESSABLE", "The request breaks a rule.") { Details = details };

    /// <summary>References that lead nowhere.</summary>
    public static ApiError RefersToNothing(params IReadOnlyList<string> fields) => Unprocessable(About(fields, "refers to nothing"));

    /// <summary>Values that a rule of the database refuses.</summary>
    public static ApiError NotAllowed(params IReadOnlyList<string> fields) => Unprocessable(About(fields, "is not allowed"));

    public static ApiError Unavailable() =>
        new(503, "UNAVAILABLE", "The service is not available for the moment.") { RetryAfter = TimeSpan.FromSeconds(1) };

    /// <param name="wait">How long until another request is let in.</param>
    public static ApiError RateLimited(TimeSpan wait) => new(429, "RATE_LIMITED", "There were too many requests.") { RetryAfter = wait };

    /// <summary>The failure that an HTTP status stands for when nothing more is known.</summary>
    public static ApiError FromStatus(int status) => status switch
    {
        400 => Malformed("The request could not be read."),
        401 => new(401, "UNAUTHENTICATED", "Who is calling is not known."),
        403 => new(403, "FORBIDDEN", "The caller may not do this."),
        404 => NotFound("resource"),
        405 => new(405, "METHOD_NOT_ALLOWED", "This resource does not support the method."),
        408 => new(408, "REQUEST_TIMEOUT", "The request body came too slowly."),
        504 => new(504, "TIMEOUT", "The request took too long."),
        413 => new(413, "PAYLOAD_TOO_LARGE", "The request body is too large."),
        415 => new(415, "UNSUPPORTED_MEDIA_TYPE", "The request body has a media type that is not accepted here."),
        503 => Unavailable(),
        >= 500 => new(500, "INTERNAL_ERROR", "Something went wrong on our side."),
        _ => new(status, "MALFORMED_REQUEST", "The request could not be processed."),
    };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        if (RetryAfter is { } wait)
            httpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
#if (accounts)
        if (Status == StatusCodes.Status401Unauthorized)
            httpContext.Response.Headers.WWWAuthenticate = "Bearer";
#endif

        return ErrorBody.WriteAsync(httpContext, this);
    }

    private static FieldError[] About(IReadOnlyList<string> fields, string message) => [.. fields.Select(field => new FieldError(field, message))];
}
