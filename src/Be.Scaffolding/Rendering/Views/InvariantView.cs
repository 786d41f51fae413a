using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rendering.Views;

/// <summary>What a type of the field language means for the property of a domain entity, as C# expressions.</summary>
/// <param name="Value">A value that it takes.</param>
/// <param name="Rule">Gives {0} back or throws; null when the C# type says it all.</param>
/// <param name="Broken">A value that the rule refuses; null without one.</param>
internal sealed record InvariantView(string Value, string? Rule = null, string? Broken = null)
{
    public static InvariantView Of(FieldType type, string enumName, Ids ids) =>
        type switch
        {
            StringType text => Text(text.MaxLength),
            TextType text => Text(text.MaxLength),
            DecimalType number => Digits(number),
            EnumType values => new($"{enumName}.{values.Values[^1].Pascal}", "Invariant.Known({0})", $"({enumName})(-1)"),
            ReferenceType => Of(ids == Ids.Uuid ? Scalar.Uuid : Scalar.Long),
            ScalarType scalar => Of(scalar.Scalar),
            ArrayType array => Items(array, Of(array.Item, enumName, ids)),
            _ => throw new InvalidOperationException($"No invariant for {type}."),
        };

    private static InvariantView Of(Scalar scalar) =>
        scalar switch
        {
            Scalar.Email => new("\"someone@example.com\"", "Invariant.Email({0})", "\"nobody\""),
            Scalar.Url => new("\"https://example.com/\"", "Invariant.WebAddress({0})", "\"nowhere\""),
            Scalar.Int => new("42"),
            Scalar.Long => new("42L"),
            Scalar.Bool => new("true"),
            Scalar.Date => new("new DateOnly(2026, 1, 31)"),
            Scalar.Time => new("new TimeOnly(12, 30)"),
            Scalar.Timestamp => new("new DateTimeOffset(2026, 1, 31, 12, 30, 0, TimeSpan.Zero)"),
            Scalar.Uuid => new("Guid.Parse(\"0197a5d0-5b3c-7000-8000-000000000001\")"),
            Scalar.Bytes => new("new byte[] { 1, 2, 3 }"),
            Scalar.Json => new("JsonElement.Parse(\"\"\"{ \"key\": [1, \"two\", null] }\"\"\")"),
            _ => throw new InvalidOperationException($"No invariant for {scalar}."),
        };

    private static InvariantView Text(int maxLength) =>
        new($"\"{"Sample"[..Math.Min(maxLength, 6)]}\"", $"Invariant.Text({{0}}, {maxLength})", $"new string('x', {maxLength + 1})");

    private static InvariantView Digits(DecimalType type) =>
        new(
            type.Scale == 0 ? "1m" : $"0.{new string('5', type.Scale)}m",
            $"Invariant.Digits({{0}}, {type.Precision}, {type.Scale})",
            $"1{new string('0', type.Precision - type.Scale)}m"
        );

    private static InvariantView Items(ArrayType array, InvariantView item) =>
        new(
            $"[{item.Value}]",
            item.Rule is null
                ? $"Invariant.Items({{0}}, {array.MaxItems})"
                : $"Invariant.Items({{0}}, {array.MaxItems}, item => {item.Rule.Replace("{0}", "item", StringComparison.Ordinal)})",
            $"[.. Enumerable.Repeat({item.Value}, {array.MaxItems + 1})]"
        );
}
