using Be.Postgres.Sql;

namespace Be.Postgres.Lint;

/// <summary>What adding a column costs.</summary>
internal static class NewColumn
{
    /// <summary>
    /// Functions whose value PostgreSQL keeps once in the catalogue, as it does a constant, since all rows of one statement get the same
    /// (version 11 and newer): they are stable or immutable.
    /// </summary>
    private static readonly HashSet<string> Stable =
    [
        "now",
        "current_timestamp",
        "current_date",
        "current_time",
        "localtime",
        "localtimestamp",
        "transaction_timestamp",
        "statement_timestamp",
        "current_setting",
        "current_user",
        "session_user",
        "user",
        "current_schema",
        "current_database",
        "lower",
        "upper",
        "trim",
        "btrim",
        "length",
        "coalesce",
        "concat",
        "array",
        "row",
        "date_trunc",
        "make_date",
        "make_interval",
        "to_char",
        "to_date",
        "to_timestamp",
        "jsonb_build_object",
        "jsonb_build_array",
        "json_build_object",
        "json_build_array",
        "timezone",
        "numeric",
        "varchar",
        "char",
        "character",
        "decimal",
        "interval",
        "timestamp",
        "timestamptz",
        "time",
        "bit",
        "date_part",
        "extract",
        "round",
        "floor",
        "ceil",
        "abs",
        "greatest",
        "least",
        "nullif",
        "int4range",
        "int8range",
        "numrange",
        "tsrange",
        "tstzrange",
        "daterange",
        "to_jsonb",
        "to_json",
        "md5",
        "decode",
        "encode",
        "cast",
        "repeat",
        "substring",
        // Words of the language that a bracket may follow.
        "and",
        "or",
        "not",
        "in",
        "any",
        "all",
        "some",
        "when",
        "then",
        "else",
        "as",
        "is",
        "like",
        "from",
        "between",
        "distinct",
    ];

    /// <summary>What PostgreSQL does with the rows that are there. A column of nulls is not compared with what it references.</summary>
    public static Work WorkOf(ColumnDefinition column)
    {
        if (Rewrites(column))
            return Work.Rewrite;
        if (column.Constraint<UniqueColumn>() is not null || column.Constraint<PrimaryKeyColumn>() is not null)
            return Work.BuildIndex;
        return column.Constraint<CheckColumn>() is not null || column.Constraint<ReferencesColumn>() is not null && HasValue(column)
            ? Work.Scan
            : Work.None;
    }

    /// <summary>Whether the rows that are there get something else than null.</summary>
    public static bool HasValue(ColumnDefinition column) =>
        column.Type is { IsSerial: true }
        || column.Constraint<IdentityColumn>() is not null
        || column.Constraint<GeneratedColumn>() is not null
        || column.Constraint<DefaultColumn>() is { } value && !IsNull(value.Expression);

    private static bool IsNull(string expression)
    {
        var sql = new SqlCursor(expression);
        return sql.Takes("null") && (sql.AtEnd || sql.SeesSign(':'));
    }

    /// <summary>Whether PostgreSQL writes every row anew.</summary>
    public static bool Rewrites(ColumnDefinition column) =>
        column.Type is { IsSerial: true }
        || column.Constraint<IdentityColumn>() is not null
        || column.Constraint<GeneratedColumn>() is { IsStored: true }
        || column.Constraint<DefaultColumn>() is { } value && VolatileIn(value.Expression) is not null;

    /// <summary>The function in an expression that can give each row another value, or that nobody knows; null when there is none.</summary>
    public static string? VolatileIn(string expression)
    {
        var sql = new SqlCursor(expression);
        while (!sql.AtEnd)
        {
            if (!sql.SeesName)
            {
                if (sql.TakesSign('(') || sql.TakesSign(')'))
                    continue;
                sql.Step();
                continue;
            }
            var name = sql.Name();
            if (sql.SeesSign('(') && !(name.Schema is null or "pg_catalog" && Stable.Contains(name.Name)))
                return name.ToString();
        }
        return null;
    }
}
