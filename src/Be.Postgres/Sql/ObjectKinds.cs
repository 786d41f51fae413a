namespace Be.Postgres.Sql;

/// <summary>The kinds of objects that statements create, alter and drop, as they call them.</summary>
internal static class ObjectKinds
{
    /// <summary>Those of several words come before those that they begin with.</summary>
    private static readonly string[][] All =
    [
        .. new[]
        {
            "access method",
            "aggregate",
            "cast",
            "collation",
            "conversion",
            "database",
            "default conversion",
            "domain",
            "event trigger",
            "extension",
            "foreign data wrapper",
            "foreign table",
            "function",
            "group",
            "index",
            "language",
            "large object",
            "materialized view",
            "operator class",
            "operator family",
            "operator",
            "policy",
            "procedural language",
            "procedure",
            "publication",
            "recursive view",
            "role",
            "routine",
            "rule",
            "schema",
            "sequence",
            "server",
            "statistics",
            "subscription",
            "table",
            "tablespace",
            "text search configuration",
            "text search dictionary",
            "text search parser",
            "text search template",
            "transform",
            "trigger",
            "trusted language",
            "trusted procedural language",
            "type",
            "user mapping",
            "user",
            "view",
        }.Select(kind => kind.Split(' ')),
    ];

    /// <summary>Goes past the kind that comes next; null when none does.</summary>
    public static string? Take(SqlCursor sql)
    {
        foreach (var words in All)
        {
            if (sql.Takes(words))
                return string.Join(' ', words);
        }
        return null;
    }
}
