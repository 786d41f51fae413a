using System.Security.Cryptography;
using System.Text;

namespace Be.Scaffolding.Model;

/// <summary>Identifiers as PostgreSQL reads them.</summary>
public static class Sql
{
    /// <summary>PostgreSQL cuts longer identifiers (NAMEDATALEN - 1), in bytes.</summary>
    public const int MaxIdentifierBytes = 63;

    /// <summary>
    /// Reserved, and reserved (can be function or type), in PostgreSQL 14 to 18: appendix C of the manual, <c>pg_get_keywords()</c>
    /// with catcode R and T. <c>system_user</c> is new in 16.
    /// </summary>
    private static readonly HashSet<string> Reserved =
    [
        .. """
            all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column
            concurrently constraint create cross current_catalog current_date current_role current_schema current_time
            current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze from
            full grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit localtime
            localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references returning right
            select session_user similar some symmetric system_user table tablesample then to trailing true union unique user using
            variadic verbose when where window with
            """.Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries),
    ];

    /// <summary>The identifier as SQL text: in double quotes where PostgreSQL needs them, else as it is.</summary>
    public static string Quote(string identifier) =>
        IsPlain(identifier) && !Reserved.Contains(identifier)
            ? identifier
            : $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>
    /// The parts joined by <c>_</c>, at most 63 bytes: a longer name is cut and ends in eight hexadecimal digits of its
    /// SHA-256, so that it stays the same for the same parts and differs for others. Not quoted.
    /// </summary>
    public static string ConstraintName(params ReadOnlySpan<string> parts)
    {
        var name = string.Join('_', parts!);
        if (Encoding.UTF8.GetByteCount(name) <= MaxIdentifierBytes)
            return name;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..8];
        return CutToBytes(name, MaxIdentifierBytes - 9).TrimEnd('_') + "_" + hash;
    }

    private static bool IsPlain(string identifier) =>
        identifier.Length > 0
        && (char.IsAsciiLetterLower(identifier[0]) || identifier[0] == '_')
        && identifier.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    private static string CutToBytes(string text, int bytes)
    {
        var (length, size) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            size += rune.Utf8SequenceLength;
            if (size > bytes)
                break;
            length += rune.Utf16SequenceLength;
        }
        return text[..length];
    }
}
