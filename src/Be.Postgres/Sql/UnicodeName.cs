using System.Globalization;
using System.Text.RegularExpressions;
using Acme.Platform.Migrations;

namespace Be.Postgres.Sql;

/// <summary><c>U&amp;"d\0061ta"</c>: a quoted name that spells letters by their numbers.</summary>
/// <remarks>PostgreSQL manual, "Identifiers and Key Words".</remarks>
internal static partial class UnicodeName
{
    /// <summary>The tokens, with such a name as one of them, where the tokenizer sees a word, a sign and a name.</summary>
    public static List<SqlToken> Join(string sql, IEnumerable<SqlToken> read)
    {
        var tokens = new List<SqlToken>();
        foreach (var token in read)
        {
            if (token.Kind == SqlTokenKind.QuotedName && Begins(sql, tokens, token.Start))
            {
                var start = tokens[^2].Start;
                tokens.RemoveRange(tokens.Count - 2, 2);
                tokens.Add(token with { Start = start });
            }
            else
                tokens.Add(token);
        }
        return tokens;
    }

    /// <summary>What stands between its quotes, with the letters that are meant.</summary>
    public static string Decoded(string name) =>
        Escape().Replace(name, escape => escape.Value == @"\\" ? @"\" : Letter(escape.Value.TrimStart('\\', '+')));

    /// <summary>Half of a pair of surrogates is taken as it is: the other half follows.</summary>
    private static string Letter(string digits)
    {
        const int LastOfUnicode = 0x10FFFF;
        var number = int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return number switch
        {
            <= char.MaxValue => ((char)number).ToString(),
            <= LastOfUnicode => char.ConvertFromUtf32(number),
            _ => throw new NotUnderstoodException($"there is no letter {digits}"),
        };
    }

    private static bool Begins(string sql, List<SqlToken> before, int at) =>
        before is [.., var letter, var sign]
        && letter.IsWord(sql, "u")
        && sign.IsSign(sql, '&')
        && letter.End == sign.Start
        && sign.End == at;

    [GeneratedRegex(@"\\(\\|[0-9A-Fa-f]{4}|\+[0-9A-Fa-f]{6})")]
    private static partial Regex Escape();
}
