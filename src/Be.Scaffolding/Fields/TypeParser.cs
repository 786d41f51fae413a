using System.Collections.Immutable;
using System.Globalization;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Fields;

/// <summary>Gives a field's type its meaning.</summary>
internal sealed class TypeParser(FieldParts parts, Place place)
{
    public const int DefaultTextLength = 10_000;
    public const int DefaultMaxItems = 100;
    public const int MaxIndexedLength = 500;

    /// <summary>What System.Decimal holds.</summary>
    private const int MaxPrecision = 28;
    private const int MaxLength = 1_000_000;
    private const int MaxMaxItems = 10_000;

    public FieldType Parse()
    {
        FieldType type = parts.Type switch
        {
            "string" => String(),
            "text" => new TextType(parts.Arguments is null ? DefaultTextLength : Length()),
            "decimal" => Decimal(),
            "enum" => Enum(),
            "ref" => new ReferenceParser(parts, place).Parse(),
            _ => Scalar(),
        };
        return parts.MaxItems is null ? type : Array(type);
    }

    private ScalarType Scalar()
    {
        if (ScalarNames.Find(parts.Type) is not { } scalar)
            throw TypeSuggestion.For(parts, place);
        return parts.Arguments is null
            ? new ScalarType(scalar)
            : throw Refuse($"{parts.Type} takes nothing in brackets", parts with { Arguments = null });
    }

    private StringType String() =>
        parts.Arguments is null
            ? throw Refuse("a string needs a length", parts with { Arguments = "100" }, $", or {parts with { Type = "text" }}")
            : new StringType(Length());

    private int Length() =>
        WholeNumber(parts.Arguments!, 1, MaxLength)
        ?? throw Refuse($"a length is a number from 1 to {MaxLength:N0}", parts with { Arguments = "100" });

    private DecimalType Decimal()
    {
        var arguments = Arguments();
        var precision = arguments.Length > 0 ? WholeNumber(arguments[0], 1, MaxPrecision) : null;
        var scale = arguments.Length == 2 ? WholeNumber(arguments[1], 0, precision ?? 0) : null;
        return (precision, scale) is ({ } p, { } s)
            ? new DecimalType(p, s)
            : throw Refuse(
                $"a decimal needs its digits (1 to {MaxPrecision}) and how many of them stand after the point (0 to all)",
                parts with
                {
                    Arguments = precision is { } digits && arguments.Length == 1 ? $"{digits},0" : "18,2",
                }
            );
    }

    private EnumType Enum()
    {
        var values = Arguments();
        if (values.Length == 0)
            throw Refuse("an enum needs its values", parts with { Arguments = "draft,placed", Default = null });
        if (values.FirstOrDefault(value => NameWords.Problem(value) is not null) is { } wrong)
            throw Refuse(NameWords.Problem(wrong)!.TrimEnd('.'), With(values.Where(value => value.Length > 0).Select(Instead).Distinct()));
        var distinct = values.DistinctBy(value => Name.Parse(value).Pascal, StringComparer.OrdinalIgnoreCase).ToArray();
        return distinct.Length == values.Length
            ? new EnumType([.. values.Select(value => new EnumValue(value, Name.Parse(value).Pascal))])
            : throw Refuse("two of its values are one name (case and hyphens aside)", With(distinct));
    }

    private static string Instead(string value) =>
        NameWords.Problem(value) is null ? value : NameWords.Suggestion(char.IsAsciiDigit(value[0]) ? "value_" + value : value).Snake;

    private FieldParts With(IEnumerable<string> values) => parts with { Arguments = string.Join(',', values), Default = null };

    private ArrayType Array(FieldType item)
    {
        if (item is ReferenceType)
        {
            throw Refuse(
                "an array of references has no foreign keys; many to many is an entity of its own",
                parts with
                {
                    MaxItems = null,
                }
            );
        }
        if (item is ScalarType(Model.Scalar.Json))
            throw Refuse("a json field can hold an array as it is", parts with { MaxItems = null });
        var maxItems =
            parts.MaxItems!.Length == 0
                ? DefaultMaxItems
                : WholeNumber(parts.MaxItems, 1, MaxMaxItems)
                    ?? throw Refuse($"an array holds at most 1 to {MaxMaxItems:N0} items", parts with { MaxItems = "" });
        return new ArrayType(item, maxItems);
    }

    private ImmutableArray<string> Arguments() =>
        string.IsNullOrEmpty(parts.Arguments) ? [] : [.. parts.Arguments.Split(',').Select(argument => argument.Trim())];

    private UserError Refuse(string problem, FieldParts instead, string more = "") => place.Error($"{problem}.", $"Write: {instead}{more}");

    private static int? WholeNumber(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : null;
}
