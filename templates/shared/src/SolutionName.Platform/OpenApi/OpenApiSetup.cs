using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Acme.Platform.Errors;
using Acme.Platform.Json;
using Acme.Platform.Lists;
using Acme.Platform.Validation;

namespace Acme.Platform.OpenApi;

/// <summary>The OpenAPI document: made from the endpoints, with the rules and errors that their code has.</summary>
public static class OpenApiSetup
{
    /// <summary>Says which errors an endpoint answers with, besides those that every endpoint can.</summary>
    public static RouteHandlerBuilder CanFail(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses)
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
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ListMetadata>().Any())
                operation.Parameters = [.. operation.Parameters ?? [], .. ListParameters()];

            return Task.CompletedTask;
        });
    });

    internal static void MapDocument(this WebApplication app)
    {
        app.MapOpenApi();
        app.UseSwaggerUI(ui => ui.SwaggerEndpoint("/openapi/v1.json", "v1"));
    }

    private static void Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. EnumConverter.Texts(type).Select(text => (JsonNode)JsonValue.Create(text))];
        }

        foreach (var rule in context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(true).OfType<RuleAttribute>() ?? [])
            rule.Describe(rule is ItemsAttribute ? schema : schema.Items as OpenApiSchema ?? schema);
    }

    private static IEnumerable<OpenApiParameter> ListParameters() =>
    [
        new()
        {
            Name = "limit",
            In = ParameterLocation.Query,
            Description = "How many rows a page holds.",
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Integer,
                Minimum = "1",
                Maximum = PageRequest.MaxLimit.ToString(CultureInfo.InvariantCulture),
                Default = PageRequest.DefaultLimit,
            },
        },
        new()
        {
            Name = "cursor",
            In = ParameterLocation.Query,
            Description = "The nextCursor of the page before.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        },
    ];
}
