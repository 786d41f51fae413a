using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Acme.Platform.Json;
using Acme.Platform.Limits;
using Acme.Platform.Validation;

namespace Acme.Platform.OpenApi;

/// <summary>What the generator of the document cannot see: our own converters, what a type can hold, required members that are nullable in C#, the rules on values.</summary>
internal static class SchemaDescription
{
    public static void AddTo(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        DescribeType(schema, context.JsonTypeInfo.Type);
        if (context.JsonTypeInfo is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } item } && schema.Items is null or OpenApiSchema)
        {
            var items = schema.Items as OpenApiSchema ?? new OpenApiSchema();
            DescribeType(items, item);
            schema.Items = items;
        }

        var property = context.JsonPropertyInfo?.AttributeProvider as PropertyInfo;
        if (property?.IsDefined(typeof(RequiredAttribute)) is true)
            schema.Type &= ~JsonSchemaType.Null;
        var parameter = context.JsonPropertyInfo is null ? context.ParameterDescription?.ParameterDescriptor as IParameterInfoParameterDescriptor : null;
        foreach (var rule in RulesOf(property).Concat(parameter?.ParameterInfo.GetCustomAttributes<RuleAttribute>() ?? []))
            rule.Describe(rule is ItemsAttribute ? schema : schema.Items as OpenApiSchema ?? schema);
    }

    private static IEnumerable<RuleAttribute> RulesOf(PropertyInfo? property)
    {
        var same = property?.DeclaringType?.GetCustomAttribute<SameRulesAsAttribute>()?.Request.GetProperty(property.Name);
        return (property?.GetCustomAttributes<RuleAttribute>() ?? []).Concat(same?.GetCustomAttributes<RuleAttribute>() ?? []);
    }

    internal static void DescribeType(OpenApiSchema schema, Type clr)
    {
        var type = Nullable.GetUnderlyingType(clr) ?? clr;
        var orNull = type == clr ? default : JsonSchemaType.Null;
        if (type == typeof(int))
            Between(schema, int.MinValue, int.MaxValue);
        else if (type == typeof(long))
            Between(schema, long.MinValue, long.MaxValue);
        else if (type == typeof(decimal))
        {
            (schema.Type, schema.Format) = (JsonSchemaType.Number | orNull, null);
            Between(schema, decimal.MinValue, decimal.MaxValue);
        }
        else if (type == typeof(DateTimeOffset))
            (schema.Type, schema.Format, schema.MaxLength) = (JsonSchemaType.String | orNull, "date-time", "0001-01-01T00:00:00.0000000000000000+00:00".Length);
        else if (type == typeof(DateOnly))
            schema.MaxLength = "0001-01-01".Length;
        else if (type == typeof(TimeOnly))
            schema.MaxLength = "00:00:00.0000000".Length;
        else if (type == typeof(Guid))
            schema.MaxLength = Guid.Empty.ToString().Length;
        else if (type == typeof(byte[]))
            schema.MaxLength = ServerLimits.MaxBodyBytes;
        else if (type.IsEnum)
            (schema.Type, schema.Enum) = (JsonSchemaType.String | orNull, [.. EnumConverter.Texts(type).Select(text => (JsonNode)JsonValue.Create(text))]);
    }

    // What an attribute has said already is narrower.
    private static void Between(OpenApiSchema schema, decimal least, decimal most)
    {
        schema.Minimum ??= least.ToString(CultureInfo.InvariantCulture);
        schema.Maximum ??= most.ToString(CultureInfo.InvariantCulture);
    }
}
