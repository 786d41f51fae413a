namespace Be.Postgres.Sql;

/// <summary>Reads <c>drop …</c> behind that word.</summary>
internal static class DropParser
{
    public static Statement Read(SqlCursor sql)
    {
        if (sql.Takes("owned"))
        {
            sql.Rest();
            return new OtherStatement("drop owned");
        }
        var kind = ObjectKinds.Take(sql) ?? throw sql.Unexpected("what to drop");
        var concurrently = sql.Takes("concurrently");
        var ifExists = sql.Takes("if", "exists");
        if (kind is "cast" or "transform" or "operator" or "user mapping")
        {
            sql.Rest();
            return new OtherStatement("drop " + kind);
        }
        var names = sql.List(() => Name(sql, kind));
        var on = sql.Takes("on") ? sql.Name() : null;
        if (kind is "operator class" or "operator family" && sql.Takes("using"))
            sql.Identifier();
        if (kind == "database" && sql.Takes("with") | sql.SeesSign('('))
            sql.Bracketed();
        var cascade = sql.Takes("cascade");
        if (!cascade)
            sql.Takes("restrict");
        return new Drop(kind, names, ifExists, concurrently, cascade) { On = on };
    }

    private static ObjectName Name(SqlCursor sql, string kind)
    {
        var name = sql.Name();
        if (kind is "function" or "procedure" or "routine" or "aggregate" && sql.SeesSign('('))
            sql.Bracketed();
        return name;
    }
}
