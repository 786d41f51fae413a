using Acme.Platform.Migrations;

namespace Be.Postgres.Lint;

/// <summary>Writes a statement anew from its own text: what is not changed stays as its author wrote it.</summary>
internal static class StatementText
{
    /// <summary>The statement with an addition behind the first of these words; null when it has none of them.</summary>
    public static string? InsertAfter(string sql, string word, string addition)
    {
        foreach (var token in SqlTokenizer.Read(sql))
        {
            if (token.IsWord(sql, word))
                return sql.Insert(token.End, " " + addition);
        }
        return null;
    }

    /// <summary>An <c>alter table</c> with an addition at the end of one of its actions, which commas divide.</summary>
    /// <param name="action">From 0.</param>
    public static string AppendTo(string sql, int action, string addition)
    {
        var (depth, end) = (0, 0);
        foreach (var token in SqlTokenizer.Read(sql))
        {
            if (token.IsSign(sql, '(') || token.IsSign(sql, '['))
                depth++;
            else if (token.IsSign(sql, ')') || token.IsSign(sql, ']'))
                depth--;
            else if (depth == 0 && token.IsSign(sql, ',') && action-- == 0)
                break;
            end = token.End;
        }
        return sql.Insert(end, " " + addition);
    }

    /// <summary>Whether one of these words stands anywhere in it, in brackets, too.</summary>
    public static bool Has(string sql, params ReadOnlySpan<string> words)
    {
        foreach (var token in SqlTokenizer.Read(sql))
        {
            foreach (var word in words)
            {
                if (token.IsWord(sql, word))
                    return true;
            }
        }
        return false;
    }

    /// <summary>A name for a new constraint or index, as SQL: at most 63 bytes long, in quotes where they are needed.</summary>
    public static string NewName(params ReadOnlySpan<string> parts) =>
        Scaffolding.Model.Sql.Quote(Scaffolding.Model.Sql.ConstraintName(parts));

    /// <summary>Columns as SQL, with commas between them.</summary>
    public static string Columns(IEnumerable<string> names) => string.Join(", ", names.Select(Scaffolding.Model.Sql.Quote));
}
