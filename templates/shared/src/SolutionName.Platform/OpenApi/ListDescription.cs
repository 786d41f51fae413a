using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Acme.Platform.Limits;
using Acme.Platform.Lists;
using Acme.Platform.Validation;

namespace Acme.Platform.OpenApi;

/// <summary>The query parameters of a list, and of what includes other rows.</summary>
internal static class ListDescription
{
    public static void AddTo(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IListRules>().SingleOrDefault() is { } rules)
        {
            foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
                parameter.Description ??= $"The {parameter.Name} of all rows.";
            operation.Parameters = [.. operation.Parameters ?? [], .. Paging(), Sort(rules), .. rules.Fields.SelectMany(Filters)];
        }

        if (metadata.OfType<IncludeRules>().SingleOrDefault() is { } includes)
            operation.Parameters = [.. operation.Parameters ?? [], Including(includes)];
    }

    private static OpenApiParameter Including(IncludeRules rules) => new()
    {
        Name = Include.Parameter,
        In = ParameterLocation.Query,
        Description = "What to show with each row, in a member of the same name, as far as the row refers to one.",
        Explode = false,
        Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Items = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. rules.Names.Select(name => (JsonNode)JsonValue.Create(name))] },
            MinItems = 1,
            MaxItems = rules.Names.Count,
        },
    };

    private static IEnumerable<OpenApiParameter> Paging() =>
    [
        new()
        {
            Name = "limit",
            In = ParameterLocation.Query,
            Description = "How many rows a page holds.",
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Integer,
                Format = "int32",
                Minimum = "1",
                Maximum = ListLimits.Most.ToString(CultureInfo.InvariantCulture),
                Default = ListLimits.Default,
            },
        },
        new()
        {
            Name = "cursor",
            In = ParameterLocation.Query,
            Description = "The nextCursor of the page before, filtered and sorted the same.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = PageInfo.MaxCursorLength, Pattern = PageInfo.CursorPattern },
        },
    ];

    private static OpenApiParameter Sort(IListRules rules) => new()
    {
        Name = "sort",
        In = ParameterLocation.Query,
        Description = "The order; - is descending, null stands after every value. Without it: by the field whose range is asked for, else as the first of these.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. rules.Sorts.Select(sort => (JsonNode)JsonValue.Create(sort))] },
    };

    private static IEnumerable<OpenApiParameter> Filters(IListField field) =>
        from comparison in field.Comparisons()
        select new OpenApiParameter
        {
            Name = comparison.Value == Comparison.Equal && !ListLimits.IsParameter(field.Name) ? field.Name : $"{field.Name}[{comparison.Key}]",
            In = ParameterLocation.Query,
            Description = Words(field.Name, comparison.Value),
            Explode = comparison.Value != Comparison.In,
            Schema = comparison.Value == Comparison.In
                ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = SchemaOf(field.Type), MinItems = 1, MaxItems = ListLimits.Values }
                : SchemaOf(field.Type),
        };

    private static string Words(string field, Comparison comparison) => comparison switch
    {
        Comparison.Equal => $"Rows whose {field} is this.",
        Comparison.NotEqual => $"Rows whose {field} is another, or none.",
        Comparison.In => $"Rows whose {field} is one of these.",
        Comparison.Greater => $"Rows whose {field} is greater.",
        Comparison.GreaterOrEqual => $"Rows whose {field} is this or greater.",
        Comparison.Less => $"Rows whose {field} is less.",
        Comparison.LessOrEqual => $"Rows whose {field} is this or less.",
        _ => $"Rows whose {field} has this in it, upper or lower case.",
    };

    private static OpenApiSchema SchemaOf(Type type)
    {
        var schema = new OpenApiSchema();
        (schema.Type, schema.Format) = type switch
        {
            _ when type == typeof(bool) => (JsonSchemaType.Boolean, (string?)null),
            _ when type == typeof(int) => (JsonSchemaType.Integer, "int32"),
            _ when type == typeof(long) => (JsonSchemaType.Integer, "int64"),
            _ when type == typeof(Guid) => (JsonSchemaType.String, "uuid"),
            _ when type == typeof(DateOnly) => (JsonSchemaType.String, "date"),
            _ when type == typeof(TimeOnly) => (JsonSchemaType.String, "time"),
            _ => (JsonSchemaType.String, null),
        };
        SchemaDescription.DescribeType(schema, type);
        if (type == typeof(string))
            new TextAttribute(ServerLimits.MaxLineBytes).Describe(schema);
        return schema;
    }
}
