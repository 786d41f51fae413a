using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Acme.Platform.Http;

/// <summary>What a request is called in logs and errors: as its caller or the gateway calls it, else as the server does.</summary>
internal static partial class RequestId
{
    public const string Header = "X-Request-Id";

    public static void UseRequestId(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Headers[Header] is [{ } given] && Plain().IsMatch(given))
            context.TraceIdentifier = given;

        // An error clears the headers that were set before it.
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[Header] = context.TraceIdentifier;
            return Task.CompletedTask;
        });
        return next(context);
    });

    [GeneratedRegex(@"^[A-Za-z0-9._:-]{1,64}\z")]
    private static partial Regex Plain();
}
