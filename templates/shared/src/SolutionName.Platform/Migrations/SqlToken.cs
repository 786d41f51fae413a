namespace Acme.Platform.Migrations;

internal enum SqlTokenKind
{
    /// <summary>A keyword or an unquoted name.</summary>
    Word,

    /// <summary>A name in double quotes.</summary>
    QuotedName,

    /// <summary>A string in any of PostgreSQL's notations.</summary>
    String,

    /// <summary>A digit, an operator's character, a bracket, a semicolon.</summary>
    Sign,

    /// <summary>A string, name or comment that the text ends in the middle of.</summary>
    Unclosed,
}

/// <summary>A piece of SQL that is neither space nor comment, where it stands in the text.</summary>
internal readonly record struct SqlToken(SqlTokenKind Kind, int Start, int End)
{
    public bool IsSign(string sql, char sign) => Kind == SqlTokenKind.Sign && sql[Start] == sign;

    public bool IsWord(string sql, string word) =>
        Kind == SqlTokenKind.Word && sql.AsSpan(Start, End - Start).Equals(word, StringComparison.OrdinalIgnoreCase);

    public string In(string sql) => sql[Start..End];
}
