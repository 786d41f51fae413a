namespace Acme.Platform.Migrations;

/// <summary>Where a statement begins and ends, found token by token.</summary>
internal sealed class StatementBounds(string sql)
{
    private readonly List<string> firstWords = [];
    private SqlToken previous;
    private int brackets;
    private bool inAtomicBody;
    private int end;

    /// <summary>Where its first token stands.</summary>
    public int Start { get; private set; } = -1;

    /// <summary>The statement so far; null as long as it has no token.</summary>
    public string? Text => Start < 0 ? null : sql[Start..end];

    /// <summary>Whether the token is the semicolon that ends the statement; any other token becomes part of it.</summary>
    public bool EndsAt(SqlToken token)
    {
        // `create rule … do (…; …)` and `begin atomic …; … end` have semicolons of their own.
        if (token.IsSign(sql, ';') && brackets == 0 && !inAtomicBody)
            return true;

        if (Start < 0)
            Start = token.Start;
        end = token.End;
        if (firstWords.Count < 4)
            firstWords.Add(token.In(sql).ToUpperInvariant());

        if (token.IsSign(sql, '('))
            brackets++;
        else if (token.IsSign(sql, ')') && brackets > 0)
            brackets--;
        else if (brackets == 0)
            inAtomicBody = inAtomicBody ? !EndsAtomicBody(token) : BeginsAtomicBody(token);

        previous = token;
        return false;
    }

    private bool BeginsAtomicBody(SqlToken token) =>
        token.IsWord(sql, "atomic") && previous.IsWord(sql, "begin")
        && firstWords is ["CREATE", "FUNCTION" or "PROCEDURE", ..] or ["CREATE", "OR", "REPLACE", "FUNCTION" or "PROCEDURE"];

    /// <summary>Each statement of the body ends in a semicolon, so that the <c>end</c> of a <c>case</c> never follows one.</summary>
    private bool EndsAtomicBody(SqlToken token) =>
        token.IsWord(sql, "end") && (previous.IsSign(sql, ';') || previous.IsWord(sql, "atomic"));
}
