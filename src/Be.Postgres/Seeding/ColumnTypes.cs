using Be.Scaffolding.Model;
using NpgsqlTypes;

namespace Be.Postgres.Seeding;

/// <summary>How values of a field travel in a binary copy.</summary>
internal static class ColumnTypes
{
    public static NpgsqlDbType Of(FieldType type, bool hasUuids) =>
        type switch
        {
            StringType or TextType or EnumType => NpgsqlDbType.Text,
            DecimalType => NpgsqlDbType.Numeric,
            ReferenceType => OfId(hasUuids),
            ScalarType(var scalar) => Of(scalar),
            ArrayType(var item, _) => NpgsqlDbType.Array | Of(item, hasUuids),
            _ => throw new InvalidOperationException($"No column type for {type}."),
        };

    public static NpgsqlDbType OfId(bool isUuid) => isUuid ? NpgsqlDbType.Uuid : NpgsqlDbType.Bigint;

    private static NpgsqlDbType Of(Scalar scalar) =>
        scalar switch
        {
            Scalar.Email or Scalar.Url => NpgsqlDbType.Text,
            Scalar.Int => NpgsqlDbType.Integer,
            Scalar.Long => NpgsqlDbType.Bigint,
            Scalar.Bool => NpgsqlDbType.Boolean,
            Scalar.Date => NpgsqlDbType.Date,
            Scalar.Time => NpgsqlDbType.Time,
            Scalar.Timestamp => NpgsqlDbType.TimestampTz,
            Scalar.Uuid => NpgsqlDbType.Uuid,
            Scalar.Bytes => NpgsqlDbType.Bytea,
            Scalar.Json => NpgsqlDbType.Jsonb,
            _ => throw new InvalidOperationException($"No column type for {scalar}."),
        };
}
