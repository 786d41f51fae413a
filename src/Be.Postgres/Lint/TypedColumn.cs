using Acme.Platform.Migrations;
using Be.Postgres.Sql;

namespace Be.Postgres.Lint;

/// <summary>A column that a statement gives a type: a new one, of a new table or an old one, or one whose type changes.</summary>
/// <param name="Definition">Null where only the type changes.</param>
internal sealed record TypedColumn(ObjectName Table, string Name, TypeName Type, ColumnDefinition? Definition)
{
    /// <summary>Those of a statement, but none of a temporary table.</summary>
    public static IEnumerable<TypedColumn> Of(StatementContext statement)
    {
        if (IsTemporary(statement))
            yield break;
        foreach (var (table, column) in statement.NewColumns)
        {
            if (column.Type is { } type)
                yield return new TypedColumn(table, column.Name, type, column);
        }
        if (statement.Statement is not AlterTable { Kind: RelationKind.Table } alter)
            yield break;
        foreach (var change in alter.Actions.OfType<ChangeType>())
            yield return new TypedColumn(alter.Table, change.Column, change.Type, null);
    }

    /// <summary>Whether it is of one of these types, or an array of it.</summary>
    public bool Is(params ReadOnlySpan<string> types)
    {
        foreach (var type in types)
        {
            if ((Type with { Dimensions = 0 }).Is(type))
                return true;
        }
        return false;
    }

    /// <summary>The statement with another type for this new column, and for all others that get one, so that one rewrite answers for all.</summary>
    /// <param name="other">The type; null for a column that keeps its own.</param>
    /// <returns>Null when this one keeps its own, is no new column, or a type cannot be put in the place of the old.</returns>
    public string? Retyped(StatementContext statement, Func<TypedColumn, string?> other)
    {
        if (Definition is null || other(this) is null)
            return null;
        var sql = statement.Text;
        foreach (var column in Of(statement).Where(column => column.Definition is not null))
        {
            if (other(column) is { } type)
                sql = sql is null ? null : Retyped(sql, column.Name, type);
        }
        return sql;
    }

    private static string? Retyped(string sql, string column, string type)
    {
        var tokens = SqlTokenizer.Read(sql).ToList();
        var depth = 0;
        for (var i = 1; i < tokens.Count - 1; i++)
        {
            depth +=
                tokens[i - 1].IsSign(sql, '(') ? 1
                : tokens[i - 1].IsSign(sql, ')') ? -1
                : 0;
            if (!IsDefinition(sql, tokens, i, depth))
                continue;
            var cursor = new SqlCursor(sql[tokens[i].Start..]);
            if (cursor.Identifier() != column)
                continue;
            var start = tokens[i + 1].Start;
            TypeParser.Read(cursor);
            var old = sql[start..(tokens[i].Start + cursor.Start)].TrimEnd();
            // A comment within the type would be lost.
            return old.Contains("--", StringComparison.Ordinal) || old.Contains("/*", StringComparison.Ordinal)
                ? null
                : string.Concat(sql.AsSpan(0, start), type, sql.AsSpan(start + old.Length));
        }
        return null;
    }

    /// <summary>Whether the token is where a definition of a column begins.</summary>
    private static bool IsDefinition(string sql, List<SqlToken> tokens, int at, int depth)
    {
        if (tokens[at].Kind is not (SqlTokenKind.Word or SqlTokenKind.QuotedName))
            return false;
        var before = tokens[at - 1];
        return depth == 1 && (before.IsSign(sql, '(') || before.IsSign(sql, ','))
            || depth == 0
                && (
                    before.IsWord(sql, "add")
                    || before.IsWord(sql, "exists")
                    || before.IsWord(sql, "column") && tokens[at - 2].IsWord(sql, "add")
                );
    }

    private static bool IsTemporary(StatementContext statement) =>
        statement.Statement is CreateTable { IsTemporary: true }
        || statement.Statement is AlterTable alter
            && statement.Before.Any(before =>
                before.Statement is CreateTable { IsTemporary: true } created && created.Table.Matches(alter.Table)
            );
}
