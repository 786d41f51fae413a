using Be.Scaffolding.Model;

namespace Be.Scaffolding.Fields;

/// <summary>A value for rows that have none.</summary>
internal static class StandIn
{
    /// <summary>A default of that type, as the field language writes it; null when it takes none.</summary>
    public static string? Of(FieldType type) =>
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
