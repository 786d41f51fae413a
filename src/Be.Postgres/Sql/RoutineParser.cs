namespace Be.Postgres.Sql;

/// <summary>Reads <c>create function</c> and <c>create procedure</c>.</summary>
internal static class RoutineParser
{
    public static CreateRoutine Read(SqlCursor sql, bool orReplace)
    {
        var kind = sql.Word();
        var name = sql.Name();
        sql.Bracketed();
        var (language, body, isDefiner, hasSearchPath) = ("sql", (string?)null, false, false);
        while (!sql.AtEnd)
        {
            if (sql.Takes("language"))
                language = sql.SeesString ? sql.String() : sql.Identifier();
            else if (sql.Takes("security", "definer"))
                isDefiner = true;
            else if (sql.Takes("set", "search_path"))
                hasSearchPath = true;
            else if (sql.Takes("as"))
                body = Body(sql);
            else if (sql.SeesAny("begin", "return") && sql.Sees("begin", "atomic") | sql.Sees("return"))
                body = sql.Rest();
            else
                sql.Step();
        }
        return new CreateRoutine(kind, name, orReplace, language, language == "c" ? null : body, isDefiner, hasSearchPath);
    }

    private static string Body(SqlCursor sql)
    {
        var body = sql.String();
        if (sql.TakesSign(',')) // the symbol in a library
            sql.String();
        return body;
    }
}
