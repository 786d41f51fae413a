using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
#if (accounts)
using Acme.Platform.Access;
using Acme.Platform.Accounts;
#endif
using Acme.Platform.Errors;

namespace Acme.Platform.OpenApi;

/// <summary>The OpenAPI document: made from the endpoints, with the rules and errors that their code has.</summary>
public static class OpenApiSetup
{
    /// <summary>What every endpoint can answer with.</summary>
    private static readonly int[] Always = [429, 500, 503, 504];

    /// <summary>Swagger UI has its script in files and its style in the page.</summary>
    private const string PagePolicy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none'";

    /// <summary>Says which errors an endpoint answers with, besides those that every endpoint can.</summary>
    public static RouteHandlerBuilder CanFail(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses.Concat(Always))
            endpoint.Produces<ErrorBody>(status, ErrorBody.ContentType);

        return endpoint;
    }

    internal static void AddDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddSchemaTransformer((schema, context, _) =>
        {
            SchemaDescription.AddTo(schema, context);
#if (accounts)
            TokenDescription.AddTo(schema, context);
#endif
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            ListDescription.AddTo(operation, context);
            EntityTagDescription.AddTo(operation, context);
            IdempotencyDescription.AddTo(operation, context);
#if (accounts)
            AccessDescription.AddTo(operation, context);
#endif
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, context, _) =>
        {
            DocumentDescription.Complete(document, context.ApplicationServices.GetRequiredService<IHostEnvironment>().ApplicationName);
#if (accounts)
            AccessDescription.AddTo(document);
#endif
            return Task.CompletedTask;
        });
    });

    internal static void MapDocument(this WebApplication app)
    {
#if (accounts)
        app.MapOpenApi().AllowAnonymous();
#else
        app.MapOpenApi();
#endif
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/swagger"), page => page.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = PagePolicy;
            return next(context);
        }));
        app.UseSwaggerUI(ui => ui.SwaggerEndpoint("/openapi/v1.json", "v1"));
    }
}
