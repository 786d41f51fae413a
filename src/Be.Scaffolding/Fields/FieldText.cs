using System.Globalization;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Fields;

/// <summary>Writes fields the one way that be.json holds them; <see cref="FieldParser"/> reads them back unchanged.</summary>
public static class FieldText
{
    /// <summary>The field: <c>total:decimal(18,2)?:index=0</c>.</summary>
    public static string Of(Field field) =>
        $"{field.Name.Camel}:{Of(field.Type)}"
        + (field.Nullable ? "?" : "")
        + (field.Unique ? ":unique" : "")
        + (field.Index ? ":index" : "")
        + (field.Default is { } value ? "=" + value : "");

    /// <summary>The type: <c>decimal(18,2)</c>.</summary>
    public static string Of(FieldType type) =>
        type switch
        {
            StringType(var length) => Invariant($"string({length})"),
            TextType(TypeParser.DefaultTextLength) => "text",
            TextType(var length) => Invariant($"text({length})"),
            ScalarType(var scalar) => ScalarNames.Of(scalar),
            DecimalType(var precision, var scale) => Invariant($"decimal({precision},{scale})"),
            EnumType(var values) => $"enum({string.Join(',', values.Select(value => value.Text))})",
            ArrayType(var item, TypeParser.DefaultMaxItems) => Of(item) + "[]",
            ArrayType(var item, var maxItems) => Invariant($"{Of(item)}[{maxItems}]"),
            ReferenceType reference => $"ref({Target(reference)}, {Of(reference.OnDelete)})",
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a type of the field language."),
        };

    private static string Target(ReferenceType reference) =>
        reference.Module is null ? reference.Entity : $"{reference.Module}.{reference.Entity}";

    private static string Of(OnDelete onDelete) =>
        onDelete switch
        {
            OnDelete.Restrict => "restrict",
            OnDelete.Cascade => "cascade",
            OnDelete.SetNull => "setNull",
            _ => throw new ArgumentOutOfRangeException(nameof(onDelete), onDelete, "Not an on delete action."),
        };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
