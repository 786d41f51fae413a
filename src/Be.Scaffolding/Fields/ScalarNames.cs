using System.Collections.Frozen;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Fields;

/// <summary>How the field language spells the types without arguments.</summary>
internal static class ScalarNames
{
    private static readonly FrozenDictionary<string, Scalar> ByName = new Dictionary<string, Scalar>
    {
        ["email"] = Scalar.Email, ["url"] = Scalar.Url, ["int"] = Scalar.Int, ["long"] = Scalar.Long, ["bool"] = Scalar.Bool,
        ["date"] = Scalar.Date, ["time"] = Scalar.Time, ["timestamp"] = Scalar.Timestamp, ["uuid"] = Scalar.Uuid,
        ["bytes"] = Scalar.Bytes, ["json"] = Scalar.Json,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<Scalar, string> ByScalar =
        ByName.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    public static Scalar? Find(string name) => ByName.TryGetValue(name, out var scalar) ? scalar : null;

    public static string Of(Scalar scalar) => ByScalar[scalar];
}
