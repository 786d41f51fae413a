using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Acme.Platform.Errors;
using Acme.Platform.Json;
using Acme.Platform.Validation;

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
            Describe(schema, context);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            ListDescription.AddTo(operation, context);
            EntityTagDescription.AddTo(operation, context);
            IdempotencyDescription.AddTo(operation, context);
            ResponseHeaders.Describe(operation);
            return Task.CompletedTask;
        });
    });

    internal static void MapDocument(this WebApplication app)
    {
        app.MapOpenApi();
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/swagger"), page => page.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = PagePolicy;
            return next(context);
        }));
        app.UseSwaggerUI(ui => ui.SwaggerEndpoint("/openapi/v1.json", "v1"));
    }

    // What the generator cannot see: our own converters, required members that are nullable in C#, the rules on values.
    private static void Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        DescribeValue(schema, context.JsonTypeInfo.Type);
        if (context.JsonTypeInfo is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } item } && schema.Items is null)
        {
            var items = new OpenApiSchema();
            DescribeValue(items, item);
            schema.Items = items;
        }

        var attributes = context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(true) ?? [];
        if (attributes.OfType<RequiredAttribute>().Any())
            schema.Type &= ~JsonSchemaType.Null;
        foreach (var rule in attributes.OfType<RuleAttribute>())
            rule.Describe(rule is ItemsAttribute ? schema : schema.Items as OpenApiSchema ?? schema);
    }

    internal static void DescribeValue(OpenApiSchema schema, Type clr)
    {
        var type = Nullable.GetUnderlyingType(clr) ?? clr;
        var orNull = type == clr ? default : JsonSchemaType.Null;
        if (type == typeof(decimal))
            (schema.Type, schema.Format) = (JsonSchemaType.Number | orNull, null);
        else if (type == typeof(DateTimeOffset))
            (schema.Type, schema.Format) = (JsonSchemaType.String | orNull, "date-time");
        else if (type.IsEnum)
            (schema.Type, schema.Enum) = (JsonSchemaType.String | orNull, [.. EnumConverter.Texts(type).Select(text => (JsonNode)JsonValue.Create(text))]);
    }
}
