using Be.Scaffolding.Model;

namespace Be.Scaffolding.Fields;

/// <summary>How the field language spells the types without arguments.</summary>
internal static class ScalarNames
{
    public static Scalar? Find(string name) =>
        name switch
        {
            "email" => Scalar.Email,
            "url" => Scalar.Url,
            "int" => Scalar.Int,
            "long" => Scalar.Long,
            "bool" => Scalar.Bool,
            "date" => Scalar.Date,
            "time" => Scalar.Time,
            "timestamp" => Scalar.Timestamp,
            "uuid" => Scalar.Uuid,
            "bytes" => Scalar.Bytes,
            "json" => Scalar.Json,
            _ => null,
        };

    /// <summary>Each member is called as it is spelled.</summary>
    public static string Of(Scalar scalar) => scalar.ToString().ToLowerInvariant();
}
