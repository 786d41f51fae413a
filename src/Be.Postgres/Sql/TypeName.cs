namespace Be.Postgres.Sql;

/// <summary>A type as a statement writes it.</summary>
/// <param name="Name">PostgreSQL's own name for it: <c>integer</c> for <c>int4</c>, <c>character varying</c> for <c>varchar</c>.</param>
/// <param name="Modifiers">What stands in brackets: <c>["18", "2"]</c> of <c>numeric(18,2)</c>.</param>
/// <param name="Dimensions">0 for a type that is no array.</param>
public sealed record TypeName(ObjectName Name, IReadOnlyList<string> Modifiers, int Dimensions)
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["int"] = "integer",
        ["int4"] = "integer",
        ["int8"] = "bigint",
        ["int2"] = "smallint",
        ["bool"] = "boolean",
        ["varchar"] = "character varying",
        ["char varying"] = "character varying",
        ["national character varying"] = "character varying",
        ["national char varying"] = "character varying",
        ["nchar varying"] = "character varying",
        ["char"] = "character",
        ["bpchar"] = "character",
        ["nchar"] = "character",
        ["national character"] = "character",
        ["national char"] = "character",
        ["decimal"] = "numeric",
        ["dec"] = "numeric",
        ["float4"] = "real",
        ["float8"] = "double precision",
        ["float"] = "double precision",
        ["timestamp with time zone"] = "timestamptz",
        ["timestamp without time zone"] = "timestamp",
        ["time with time zone"] = "timetz",
        ["time without time zone"] = "time",
        ["varbit"] = "bit varying",
        ["serial4"] = "serial",
        ["serial8"] = "bigserial",
        ["serial2"] = "smallserial",
    };

    /// <summary>Whether PostgreSQL makes a sequence for a column of it.</summary>
    public bool IsSerial => Name is { Schema: null, Name: "serial" or "bigserial" or "smallserial" };

    /// <summary>The first spelling of a type that has several.</summary>
    internal static string Canonical(string name) => Names.GetValueOrDefault(name, name);

    /// <summary>Whether it is that type itself, no array of it.</summary>
    public bool Is(string name) => Dimensions == 0 && Name.Name == name && Name.Schema is null or "pg_catalog";

    /// <summary>As SQL.</summary>
    public override string ToString() =>
        (Name.Schema is null ? Name.Name : Name.ToString())
        + (Modifiers.Count == 0 ? "" : $"({string.Join(", ", Modifiers)})")
        + string.Concat(Enumerable.Repeat("[]", Dimensions));
}
