namespace Acme.Platform.Migrations;

/// <summary>Reads SQL as PostgreSQL's own scanner does (with <c>standard_conforming_strings</c> on, its default).</summary>
/// <remarks>https://www.postgresql.org/docs/current/sql-syntax-lexical.html</remarks>
internal static class SqlTokenizer
{
    public static IEnumerable<SqlToken> Read(string sql)
    {
        var position = 0;
        while (position < sql.Length)
        {
            var end = EndOfSpace(sql, position);
            if (end is null)
            {
                yield return new SqlToken(SqlTokenKind.Unclosed, position, sql.Length);
                yield break;
            }

            if (end > position)
            {
                position = end.Value;
                continue;
            }

            var token = TokenAt(sql, position);
            yield return token;
            position = token.End;
        }
    }

    /// <summary>Past one space or comment; the position itself where there is neither; null in a comment without end.</summary>
    private static int? EndOfSpace(string sql, int position)
    {
        if (IsSpace(sql[position]))
            return position + 1;
        if (StartsWith(sql, position, "--"))
            return EndOfLine(sql, position);
        return StartsWith(sql, position, "/*") ? EndOfBlockComment(sql, position) : position;
    }

    private static SqlToken TokenAt(string sql, int start)
    {
        switch (sql[start])
        {
            case '\'':
                return Token(SqlTokenKind.String, EndOfQuoted(sql, start, '\''));
            case '"':
                return Token(SqlTokenKind.QuotedName, EndOfQuoted(sql, start, '"'));
            case 'e' or 'E' when StartsWith(sql, start + 1, "'"):
                return Token(SqlTokenKind.String, EndOfEscapeString(sql, start + 1));
            case '$' when DollarTag(sql, start) is { } tag:
                var close = sql.IndexOf(tag, start + tag.Length, StringComparison.Ordinal);
                return Token(SqlTokenKind.String, close < 0 ? null : close + tag.Length);
            case var first when IsNameStart(first):
                return Token(SqlTokenKind.Word, EndOfName(sql, start));
            default:
                return Token(SqlTokenKind.Sign, start + 1);
        }

        SqlToken Token(SqlTokenKind kind, int? end) =>
            end is null ? new SqlToken(SqlTokenKind.Unclosed, start, sql.Length) : new SqlToken(kind, start, end.Value);
    }

    private static int EndOfLine(string sql, int position)
    {
        var end = sql.AsSpan(position).IndexOfAny('\n', '\r');
        return end < 0 ? sql.Length : position + end;
    }

    private static int? EndOfBlockComment(string sql, int start)
    {
        var depth = 0;
        for (var position = start; position + 1 < sql.Length; position++)
        {
            if (StartsWith(sql, position, "/*"))
            {
                depth++;
                position++;
            }
            else if (StartsWith(sql, position, "*/"))
            {
                depth--;
                position++;
                if (depth == 0)
                    return position + 1;
            }
        }

        return null;
    }

    /// <summary>A doubled quote stands for itself: it reads as one string that ends and one that begins.</summary>
    private static int? EndOfQuoted(string sql, int start, char quote)
    {
        var position = start;
        do
        {
            position = sql.IndexOf(quote, position + 1);
            if (position < 0)
                return null;
            position++;
        }
        while (position < sql.Length && sql[position] == quote);

        return position;
    }

    /// <summary><c>E'…'</c>, with the pieces that a line break continues: those keep its backslashes.</summary>
    private static int? EndOfEscapeString(string sql, int quote)
    {
        for (var position = quote + 1; position < sql.Length; position++)
        {
            if (sql[position] == '\\')
                position++;
            else if (sql[position] == '\'')
            {
                if (StartsWith(sql, position + 1, "'"))
                    position++;
                else if (NextPiece(sql, position + 1) is { } next)
                    position = next;
                else
                    return position + 1;
            }
        }

        return null;
    }

    /// <summary>The quote that continues a string: only space with a line break in it may stand between.</summary>
    private static int? NextPiece(string sql, int position)
    {
        var lineBreak = false;
        while (position < sql.Length && (IsSpace(sql[position]) || StartsWith(sql, position, "--")))
        {
            lineBreak |= sql[position] is '\n' or '\r';
            position = sql[position] == '-' ? EndOfLine(sql, position) : position + 1;
        }

        return lineBreak && StartsWith(sql, position, "'") ? position : null;
    }

    /// <summary><c>$$</c> or <c>$name$</c>; null for <c>$1</c> and the like.</summary>
    private static string? DollarTag(string sql, int start)
    {
        var end = start + 1;
        while (end < sql.Length && (IsNameStart(sql[end]) || (end > start + 1 && char.IsAsciiDigit(sql[end]))))
            end++;
        return StartsWith(sql, end, "$") ? sql[start..(end + 1)] : null;
    }

    private static int EndOfName(string sql, int start)
    {
        var end = start + 1;
        while (end < sql.Length && (IsNameStart(sql[end]) || char.IsAsciiDigit(sql[end]) || sql[end] == '$'))
            end++;
        return end;
    }

    private static bool IsNameStart(char character) => char.IsAsciiLetter(character) || character == '_' || character >= 0x80;

    private static bool IsSpace(char character) => character is ' ' or '\t' or '\n' or '\r' or '\f' or '\v';

    private static bool StartsWith(string sql, int position, string text) =>
        position <= sql.Length && sql.AsSpan(position).StartsWith(text, StringComparison.Ordinal);
}
