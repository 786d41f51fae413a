using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;
using Acme.Platform.Json;

namespace Acme.Platform.Errors;

/// <summary>Turns whatever a request threw into the one error format; what it does not know is a bug and stays a bare 500.</summary>
internal sealed partial class ExceptionTranslator(DatabaseErrors databaseErrors, ILogger<ExceptionTranslator> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // Who hung up, perhaps in the middle of the body, gets nothing, and it is nobody's fault.
        if (httpContext.RequestAborted.IsCancellationRequested || exception is ConnectionResetException or ConnectionAbortedException)
            return true;

        var error = Translate(exception, httpContext.Request.Method);
        if (error.Status >= 500)
            LogFailure(httpContext.Request.Method, httpContext.Request.Path, error.Code, exception);

        await error.ExecuteAsync(httpContext);
        return true;
    }

    private ApiError Translate(Exception exception, string method) => exception switch
    {
        ApiException known => known.Error,
        JsonException json => JsonErrors.Translate(json),
        BadHttpRequestException { InnerException: JsonException json } => JsonErrors.Translate(json),
        BadHttpRequestException bad => RequestErrors.Translate(bad),
        NpgsqlException database => databaseErrors.Translate(database, method),
        TimeoutException => ApiError.Unavailable(),
        HttpRequestException { StatusCode: null or >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests } => ApiError.Unavailable(),
        _ => ApiError.FromStatus(500),
    };

    // The middleware is silent about what a handler deals with.
    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed with {Code}.")]
    private partial void LogFailure(string method, string path, string code, Exception exception);
}
