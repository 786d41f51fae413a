namespace Be.Postgres.Sql;

/// <summary>Reads queries as far as what they change.</summary>
internal static class QueryParser
{
    public static Statement Read(SqlCursor sql)
    {
        if (sql.SeesSign('('))
        {
            sql.Rest();
            return new OtherStatement("select");
        }
        var changed = sql.Takes("with") ? With(sql) : null;
        var statement = Main(sql);
        return statement is OtherStatement && changed is not null ? changed : statement;
    }

    /// <summary><c>with a as (…), b as (…)</c>.</summary>
    /// <returns>What the first one changes that changes something.</returns>
    private static ChangeRows? With(SqlCursor sql)
    {
        ChangeRows? changed = null;
        sql.Takes("recursive");
        do
        {
            sql.Identifier();
            if (sql.SeesSign('('))
                sql.Columns();
            sql.Expect("as");
            if (!sql.Takes("not", "materialized"))
                sql.Takes("materialized");
            changed ??= StatementParser.Parse(sql.Bracketed()) as ChangeRows;
            if (sql.SeesAny("search", "cycle"))
                SkipSearch(sql);
        } while (sql.TakesSign(','));
        return changed;
    }

    private static void SkipSearch(SqlCursor sql)
    {
        while (!sql.AtEnd && !sql.SeesAny("select", "insert", "update", "delete", "merge", "values", "table"))
            sql.Step();
    }

    private static Statement Main(SqlCursor sql)
    {
        if (sql.SeesSign('('))
        {
            sql.Rest();
            return new OtherStatement("select");
        }
        if (sql.Takes("insert", "into"))
            return Changed(sql, "insert", hasWhere: true);
        if (sql.Takes("update"))
            return Changed(sql, "update", hasWhere: false);
        if (sql.Takes("delete", "from"))
            return Changed(sql, "delete", hasWhere: false);
        if (sql.Takes("merge", "into"))
            return Changed(sql, "merge", hasWhere: true);
        if (sql.Takes("copy"))
            return Copy(sql);
        var command = sql.Word();
        if (command is not ("select" or "values" or "table"))
            throw sql.Unexpected("a query");
        var isInto = command == "select" && sql.SkipTo("into", "from") && sql.Takes("into");
        if (isInto)
            return Into(sql);
        sql.Rest();
        return new OtherStatement(command);
    }

    /// <summary><c>select … into</c> makes a table.</summary>
    private static CreateTable Into(SqlCursor sql)
    {
        var isTemporary = sql.Takes("temporary") || sql.Takes("temp");
        var isUnlogged = sql.Takes("unlogged");
        sql.Takes("table");
        var table = sql.Name();
        sql.Rest();
        return new CreateTable(table, IfNotExists: false, isTemporary, isUnlogged, [], [], IsFromQuery: true);
    }

    private static ChangeRows Changed(SqlCursor sql, string command, bool hasWhere)
    {
        sql.Takes("only");
        if (sql.Sees("set"))
            throw sql.Unexpected("a table");
        var table = sql.Name();
        if (command == "update" && !sql.SkipTo("set"))
            throw sql.Unexpected("set");
        if (!hasWhere)
            hasWhere = sql.SkipTo("where");
        sql.Rest();
        return new ChangeRows(command, table, hasWhere);
    }

    private static Statement Copy(SqlCursor sql)
    {
        sql.Takes("binary");
        if (sql.SeesSign('('))
        {
            sql.Rest();
            return new OtherStatement("copy");
        }
        var table = sql.Name();
        if (sql.SeesSign('('))
            sql.Columns();
        var isFrom = sql.Takes("from");
        if (!isFrom)
            sql.Expect("to");
        sql.Rest();
        return isFrom ? new ChangeRows("copy", table, HasWhere: true) : new OtherStatement("copy");
    }
}
