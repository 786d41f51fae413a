using System.Text.RegularExpressions;

namespace Be.Postgres.Lint;

/// <summary><c>-- be:allow rule reason</c>, on a line of its own above the statement.</summary>
/// <param name="Line">Where it stands, from 1.</param>
/// <param name="Reason">Why it is right here; empty when nobody said.</param>
internal sealed partial record Suppression(int Line, string Rule, string Reason)
{
    /// <summary>Those above a statement: its comments and the empty lines between them, up to the statement before.</summary>
    /// <param name="lines">Of the file.</param>
    /// <param name="line">The statement's first, from 1.</param>
    public static IReadOnlyList<Suppression> Above(IReadOnlyList<string> lines, int line)
    {
        var found = new List<Suppression>();
        for (var above = line - 1; above >= 1 && CommentOrBlank().IsMatch(lines[above - 1]); above--)
        {
            if (Allow().Match(lines[above - 1]) is { Success: true } allow)
                found.Insert(0, new Suppression(above, allow.Groups["rule"].Value, allow.Groups["reason"].Value.Trim()));
        }
        return found;
    }

    [GeneratedRegex(@"^\s*(--.*)?$")]
    private static partial Regex CommentOrBlank();

    [GeneratedRegex(@"^\s*--\s*be:allow\s+(?<rule>\S+)(?<reason>.*)$")]
    private static partial Regex Allow();
}
