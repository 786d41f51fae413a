namespace Be.Postgres.Sql;

/// <summary>Reads <c>create …</c> behind that word.</summary>
internal static class CreateParser
{
    public static Statement Read(SqlCursor sql)
    {
        var orReplace = sql.Takes("or", "replace");
        if (!sql.Takes("global"))
            sql.Takes("local");
        var isTemporary = sql.Takes("temporary") || sql.Takes("temp");
        var isUnlogged = sql.Takes("unlogged");
        if (sql.Takes("table"))
            return CreateTableParser.Read(sql, isTemporary, isUnlogged);
        var isUnique = sql.Takes("unique");
        if (sql.Takes("index"))
            return Index(sql, isUnique);
        if (sql.SeesAny("function", "procedure"))
            return RoutineParser.Read(sql, orReplace);
        if (sql.Takes("type"))
            return Type(sql);
        if (sql.Takes("domain"))
            return Domain(sql);
        if (sql.Takes("constraint", "trigger") || sql.Takes("trigger"))
            return Trigger(sql, orReplace);
        foreach (var kind in (string[])["policy", "rule"])
        {
            if (sql.Takes(kind))
                return OnTable(sql, kind, orReplace);
        }
        return Named(sql, orReplace);
    }

    private static CreateIndex Index(SqlCursor sql, bool isUnique)
    {
        var concurrently = sql.Takes("concurrently");
        var ifNotExists = sql.Takes("if", "not", "exists");
        var name = sql.Sees("on") ? null : sql.Identifier();
        sql.Expect("on");
        sql.Takes("only");
        var table = sql.Name();
        var method = sql.Takes("using") ? sql.Identifier() : "btree";
        var keys = sql.InBrackets(() => Key(sql));
        var included = sql.Takes("include") ? sql.InBrackets(() => sql.Expression()) : [];
        if (!sql.Takes("nulls", "not", "distinct"))
            sql.Takes("nulls", "distinct");
        if (sql.Takes("with"))
            sql.Bracketed();
        if (sql.Takes("tablespace"))
            sql.Identifier();
        return new CreateIndex(
            name,
            table,
            isUnique,
            concurrently,
            ifNotExists,
            method,
            keys,
            included,
            sql.Takes("where") ? sql.Rest() : null
        );
    }

    private static IndexKey Key(SqlCursor sql)
    {
        var text = sql.Expression();
        var key = new SqlCursor(text);
        if (!key.SeesName)
            return new IndexKey(null, text);
        var column = key.Identifier();
        return new IndexKey(key.SeesSign('(') || key.SeesSign('.') ? null : column, text);
    }

    private static CreateType Type(SqlCursor sql)
    {
        var name = sql.Name();
        if (sql.Takes("as", "enum"))
        {
            sql.ExpectSign('(');
            var labels = sql.SeesSign(')') ? [] : sql.List(sql.String);
            sql.ExpectSign(')');
            return new CreateType(name, TypeKind.Enum, labels);
        }
        sql.Rest();
        return new CreateType(name, TypeKind.Other, []);
    }

    private static CreateType Domain(SqlCursor sql)
    {
        var name = sql.Name();
        sql.Takes("as");
        TypeParser.Read(sql);
        var hasConstraint = sql.SkipTo("check", "not", "constraint");
        sql.Rest();
        return new CreateType(name, TypeKind.Domain, [], hasConstraint);
    }

    private static CreateOther Trigger(SqlCursor sql, bool orReplace)
    {
        var name = sql.Name();
        if (!sql.SkipTo("on"))
            throw sql.Unexpected("on");
        sql.Expect("on");
        var table = sql.Name();
        if (!sql.SkipTo("execute"))
            throw sql.Unexpected("execute");
        sql.Rest();
        return new CreateOther("trigger", name, orReplace, IfNotExists: false, table);
    }

    private static CreateOther OnTable(SqlCursor sql, string kind, bool orReplace)
    {
        var name = sql.Name();
        if (kind == "rule")
        {
            sql.Expect("as", "on");
            sql.Word();
            sql.Expect("to");
        }
        else
            sql.Expect("on");
        var table = sql.Name();
        sql.Rest();
        return new CreateOther(kind, name, orReplace, IfNotExists: false, table);
    }

    private static Statement Named(SqlCursor sql, bool orReplace)
    {
        var kind = ObjectKinds.Take(sql) ?? throw sql.Unexpected("what to create");
        var ifNotExists = sql.Takes("if", "not", "exists");
        // `create schema authorization somebody` and `create statistics on …` name nothing.
        if (
            !sql.SeesName
            || sql.SeesAny("authorization")
            || kind is "operator" or "cast" or "transform" or "user mapping"
            || (kind == "statistics" && sql.Sees("on"))
        )
        {
            sql.Rest();
            return new OtherStatement("create " + kind);
        }
        var name = sql.Name();
        sql.Rest();
        return new CreateOther(kind, name, orReplace, ifNotExists);
    }
}
