using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Acme.Platform.Http;

/// <summary>What a request is called in logs and errors: as its caller or the gateway calls it, else as the server does.</summary>
internal static partial class RequestId
{
    public const string Header = "X-Request-Id";
    public const int MaxLength = 64;
    public const string Pattern = "^[A-Za-z0-9._:-]{1,64}$";

    /// <summary>What its callers call it, in the log: ASP.NET Core's own entry, <c>RequestId</c>, is made before a caller's can be read.</summary>
    private const string LogEntry = "CorrelationId";

    public static void UseRequestId(this IApplicationBuilder app)
    {
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RequestId).FullName!);
        app.Use((context, next) =>
        {
            AnswerWithIt(context);
            return context.Request.Headers[Header] is [{ } given] && Plain().IsMatch(given) ? GoOnAsync(given, context, next, logger) : next(context);
        });
    }

    private static async Task GoOnAsync(string given, HttpContext context, RequestDelegate next, ILogger logger)
    {
        context.TraceIdentifier = given;
        using (logger.BeginScope(new KeyValuePair<string, object?>[] { new(LogEntry, given) }))
            await next(context);
    }

    private static void AnswerWithIt(HttpContext context) =>
        // An error clears the headers that were set before it.
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[Header] = context.TraceIdentifier;
            return Task.CompletedTask;
        });

    [GeneratedRegex(@"^[A-Za-z0-9._:-]{1,64}\z")]
    private static partial Regex Plain();
}
