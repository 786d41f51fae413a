using System.Globalization;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rendering.Views;

/// <summary>A field as the templates see it: every expression made, so that templates only place them.</summary>
internal sealed class FieldView
{
    private readonly FieldShape shape;
    private readonly InvariantView invariant;
    private readonly string variable;

    public FieldView(Field field, Entity entity, ReferenceView? reference, Ids ids, string variable, int ordinal)
    {
        var name = field.Member;
        Field = field;
        Reference = reference;
        reference?.Attach(this);
        Property = name.Pascal;
        Json = name.Camel;
        ColumnName = name.Snake;
        Column = Sql.Quote(name.Snake);
        Ordinal = ordinal;
        EnumName = entity.Name.Pascal + field.Name.Pascal + (SliceNames.Suffixes.Contains(field.Name.Pascal) ? "Kind" : "");
        shape = FieldShape.Of(field.Type, EnumName, ids);
        invariant = InvariantView.Of(field.Type, EnumName, ids);
        this.variable = variable;
        Default = field.Default is null ? null : DefaultValue.Of(field, EnumName);
    }

    public Field Field { get; }
    public ReferenceView? Reference { get; }
    public string Property { get; }
    public string Json { get; }
    public string ColumnName { get; }
    public string Column { get; }
    public string EscapedColumn => CSharp.Escaped(Column);
    public string EnumName { get; }

    /// <summary>The position in the column list that rows are read by; id is 0.</summary>
    public int Ordinal { get; }

    /// <summary>The position among the statement's parameters.</summary>
    public string Parameter => "$" + Ordinal.ToString(CultureInfo.InvariantCulture);

    public DefaultValue? Default { get; }
    public bool Nullable => Field.Nullable;
    public bool Required => !Field.Nullable && Default is null;
    public string SqlType => shape.Sql;
    public IReadOnlyList<EnumValueView> EnumValues =>
        (Field.Type as EnumType ?? (Field.Type as ArrayType)?.Item as EnumType) is { } type
            ? [.. type.Values.Select(value => new EnumValueView(value))]
            : [];

    public bool IsEnum => EnumValues.Count > 0;
    public string EntityType => Nullable ? shape.Clr + "?" : shape.Clr;
    public string RequestType => Default is null || Nullable ? shape.Clr + "?" : shape.Clr;

    /// <summary>What a property begins with; nothing where its type begins with that anyway (CA1805).</summary>
    public string Initializer =>
        Default is null || (!Nullable && Default.CSharp is ("false" or "0" or "0L")) ? "" : $" = {Default.CSharp};";
    public string Attributes => string.Join(", ", new[] { Required ? "Required" : null, shape.Rule }.OfType<string>());
    public bool HasRule => shape.Rule is not null;

    /// <summary>The value of a valid request, as the entity holds it.</summary>
    public string FromRequest =>
        "request."
        + Property
        + (
            Required
                ? shape.IsValue
                    ? "!.Value"
                    : "!"
                : ""
        );

    public string Bind
    {
        get
        {
            var value = $"{variable}.{Property}";
            var maybe = Nullable ? "?" : "";
            return Field.Type switch
            {
                EnumType => $"EnumText.Of({value})",
                ArrayType { Item: EnumType } => $"{value}{maybe}.Select(item => EnumText.Of(item)).ToArray()",
                ArrayType => $"{value}{maybe}.ToArray()",
                ScalarType { Scalar: Scalar.Json } => $"{value}{maybe}.GetRawText(), NpgsqlDbType.Jsonb",
                _ => value,
            };
        }
    }

    public string Read
    {
        get
        {
            var at = Ordinal.ToString(CultureInfo.InvariantCulture);
            return (Field.Type, Nullable) switch
            {
                (EnumType, false) => $"EnumText.Parse<{EnumName}>(row.GetString({at}))",
                (EnumType, true) => $"EnumText.ParseNullable<{EnumName}>(row.GetNullable<string>({at}))",
                (ArrayType { Item: EnumType }, false) => $"[.. row.GetFieldValue<string[]>({at}).Select(EnumText.Parse<{EnumName}>)]",
                (ArrayType { Item: EnumType }, true) => $"row.GetNullable<string[]>({at})?.Select(EnumText.Parse<{EnumName}>).ToArray()",
                (ArrayType { Item: var item }, false) => $"row.GetFieldValue<{ItemType(item)}[]>({at})",
                (ArrayType { Item: var item }, true) => $"row.GetNullable<{ItemType(item)}[]>({at})",
                (ScalarType { Scalar: Scalar.Json }, false) => $"row.GetJson({at})",
                (ScalarType { Scalar: Scalar.Json }, true) => $"row.GetNullableJson({at})",
                (_, true) => shape.IsValue ? $"row.GetFieldValue<{shape.Clr}?>({at})" : $"row.GetNullable<{shape.Clr}>({at})",
                _ => Getter(shape.Clr) is { } getter ? $"row.{getter}({at})" : $"row.GetFieldValue<{shape.Clr}>({at})",
            };
        }
    }

    /// <summary>What keeps the property of a domain entity valid; null when its type does.</summary>
    public string? Invariant => invariant.Rule?.Replace("{0}", "value", StringComparison.Ordinal);

    /// <summary>A C# value that the property takes.</summary>
    public string Value => invariant.Value;

    /// <summary>One that it refuses; null without an invariant.</summary>
    public string? BrokenValue => invariant.Broken;

    public string Example => shape.Example;
    public string Sample => Field.Unique ? shape.Another : shape.Sample;
    public string Another => shape.Another;

    /// <summary>JSON texts that must be refused.</summary>
    public IEnumerable<RefusalView> Refusals =>
        (Required ? (string[])["null"] : []).Concat(shape.Refused).Select(json => new RefusalView(Json, CSharp.Literal(json)));

    /// <summary>The limit in code points when the field is text, else 0.</summary>
    public int TextLimit =>
        Field.Type switch
        {
            StringType text => text.MaxLength,
            TextType text => text.MaxLength,
            _ => 0,
        };

    /// <summary>How many items the list holds when the field is one, else 0.</summary>
    public int ItemLimit => (Field.Type as ArrayType)?.MaxItems ?? 0;

    /// <summary>Whether lists are filtered by it.</summary>
    public bool IsFiltered => Field.IsListable;

    /// <summary>Whether lists are sorted by it: an index begins with it.</summary>
    public bool IsSorted => IsFiltered && (Field.Unique || Field.Index || Reference is not null);

    /// <summary>Whether lists are filtered by ranges of it.</summary>
    public bool IsRanged => HasOrder(shape.Clr) && Reference is null;

    /// <summary>Whether lists are searched for parts of its text.</summary>
    public bool IsSearched => IsFiltered && Field.Index && shape.Clr == "string";

    /// <summary>What clients of the service make filters by it of.</summary>
    public string FilterType => IsSearched ? "SearchedField" : FilterTypeOf(shape.Clr);

    /// <summary>The same for a field of that type.</summary>
    public static string FilterTypeOf(string clr) => HasOrder(clr) ? $"OrderedField<{clr}>" : $"FilterField<{clr}>";

    private static bool HasOrder(string clr) => clr is "int" or "long" or "decimal" or "DateOnly" or "TimeOnly" or "DateTimeOffset";

    public string? CheckName => shape.Check?.Suffix;
    public string? CheckCondition => shape.Check is { } check ? string.Format(CultureInfo.InvariantCulture, check.Condition, Column) : null;

    private static string ItemType(FieldType item) => FieldShape.Of(item, "", Ids.Uuid).Clr;

    private static string? Getter(string clr) =>
        clr switch
        {
            "string" => "GetString",
            "int" => "GetInt32",
            "long" => "GetInt64",
            "bool" => "GetBoolean",
            "decimal" => "GetDecimal",
            "Guid" => "GetGuid",
            _ => null,
        };
}

/// <summary>A value of an enum, with its text where that is not the member in camelCase.</summary>
internal sealed class EnumValueView(EnumValue value)
{
    public string Member => value.Pascal;
    public string Text => value.Text;
    public bool NeedsText => value.Text != char.ToLowerInvariant(value.Pascal[0]) + value.Pascal[1..];
}

/// <summary>A value that a field must refuse: JSON text as a C# literal.</summary>
internal sealed record RefusalView(string Json, string Literal);
