using Be.Scaffolding.Model;

namespace Be.Scaffolding.Planning;

/// <summary>A field that a table with rows gains: those rows need a value.</summary>
internal static class AddedField
{
    public static void Check(Entity entity, Field field, Place place)
    {
        var optional = field with { Nullable = true, Default = null };
        if (field is { Unique: true, Default: not null })
            throw place.Error($"every row that {entity.Name} has would get the same value, and it is unique.", $"Write: {optional}");
        if (field is { Nullable: false, Default: null })
        {
            var withDefault = Example(field.Type) is { } value && !field.Unique ? $"{field with { Default = value }}, or " : "";
            throw place.Error($"{entity.Name} may have rows already, and they would need a value.", $"Write: {withDefault}{optional}");
        }
    }

    /// <summary>A default of that type; null when it takes none.</summary>
    private static string? Example(FieldType type) =>
        type switch
        {
            StringType(var length) => "unknown"[..Math.Min(length, 7)],
            TextType(var length) => "unknown"[..Math.Min(length, 7)],
            DecimalType => "0",
            EnumType(var values) => values[0].Text,
            ScalarType(Scalar.Int or Scalar.Long) => "0",
            ScalarType(Scalar.Bool) => "false",
            ScalarType(Scalar.Date) => "2000-01-01",
            ScalarType(Scalar.Time) => "00:00:00",
            ScalarType(Scalar.Timestamp) => "now",
            ScalarType(Scalar.Uuid) => "00000000-0000-0000-0000-000000000000",
            ScalarType(Scalar.Email) => "unknown@example.com",
            ScalarType(Scalar.Url) => "https://example.com",
            _ => null,
        };
}
