using Acme.Platform.Migrations;
using Be.Postgres.Sql;

namespace Be.Postgres.Lint;

/// <summary>The SQL statements of a <c>do</c> block, without the PL/pgSQL around them.</summary>
internal static class ProceduralBody
{
    /// <summary>A statement and all that the block does: what is no SQL statement, such as an assignment, is left out.</summary>
    public static IEnumerable<Statement> And(Statement statement) =>
        statement is DoBlock block
            ? [statement, .. Texts(block).Select(StatementParser.Parse).Where(inner => inner is not UnknownStatement)]
            : [statement];

    /// <summary>Each statement of the body as written, behind <c>begin</c>, <c>if … then</c>, <c>loop</c> and the like.</summary>
    public static IReadOnlyList<string> Texts(DoBlock block)
    {
        try
        {
            return [.. SqlStatement.Split(block.Body).Select(statement => Inner(statement.Text))];
        }
        catch (Exception unread) when (unread is MigrationException or NotUnderstoodException)
        {
            return [];
        }
    }

    private static string Inner(string text)
    {
        var sql = new SqlCursor(text);
        while (!sql.AtEnd)
        {
            if (sql.SeesAny("if", "elsif", "elseif", "when"))
                SkipPast(sql, "then");
            else if (sql.SeesAny("for", "foreach", "while"))
                SkipPast(sql, "loop");
            else if (!sql.Takes("begin") && !sql.Takes("loop") && !sql.Takes("else") && !sql.Takes("exception"))
                break;
        }
        return text[sql.Start..];
    }

    private static void SkipPast(SqlCursor sql, string word)
    {
        if (sql.SkipTo(word))
            sql.Takes(word);
    }
}
