namespace Be.Postgres.Sql;

/// <summary>Reads <c>alter …</c> behind that word.</summary>
internal static class AlterParser
{
    public static Statement Read(SqlCursor sql)
    {
        if (sql.Takes("table"))
            return AlterTableParser.Read(sql, RelationKind.Table);
        if (sql.Takes("foreign", "table"))
            return AlterTableParser.Read(sql, RelationKind.ForeignTable);
        if (sql.Takes("materialized", "view"))
            return AlterTableParser.Read(sql, RelationKind.MaterializedView);
        if (sql.Takes("view"))
            return AlterTableParser.Read(sql, RelationKind.View);
        if (sql.Takes("index"))
            return AlterTableParser.Read(sql, RelationKind.Index);
        if (sql.Sees("type"))
            return Type(sql);
        if (sql.Takes("domain"))
            return Domain(sql);
        foreach (
            var command in (string[][])
                [
                    ["system"],
                    ["default", "privileges"],
                ]
        )
        {
            if (!sql.Takes(command))
                continue;
            sql.Rest();
            return new OtherStatement("alter " + string.Join(' ', command));
        }
        var kind = ObjectKinds.Take(sql) ?? throw sql.Unexpected("what to alter");
        return Renamed(sql, kind);
    }

    private static Statement Type(SqlCursor sql)
    {
        sql.Expect("type");
        var name = sql.Name();
        if (sql.Takes("add", "value"))
        {
            var ifNotExists = sql.Takes("if", "not", "exists");
            var label = sql.String();
            var isPlaced = sql.Takes("before") || sql.Takes("after");
            if (isPlaced)
                sql.String();
            return new AddEnumValue(name, label, ifNotExists, isPlaced);
        }
        if (sql.Takes("rename", "value"))
        {
            var from = sql.String();
            sql.Expect("to");
            return new RenameEnumValue(name, from, sql.String());
        }
        return Renamed(sql, "type", name);
    }

    private static Statement Domain(SqlCursor sql)
    {
        var name = sql.Name();
        if (!sql.Takes("add"))
            return Renamed(sql, "domain", name);
        var text = sql.Rest();
        var end = new SqlCursor(text);
        return new AddDomainConstraint(name, end.SkipTo("not") && SeesNotValid(end));
    }

    private static bool SeesNotValid(SqlCursor sql)
    {
        while (!sql.Sees("not", "valid"))
        {
            sql.Step();
            if (!sql.SkipTo("not"))
                return false;
        }
        return true;
    }

    private static Statement Renamed(SqlCursor sql, string kind, ObjectName? name = null)
    {
        sql.Takes("if", "exists");
        if (name is null && sql.SeesName && kind is not ("operator" or "operator class" or "operator family" or "user mapping"))
            name = sql.Name();
        if (name is not null && kind is "function" or "procedure" or "routine" or "aggregate" && sql.SeesSign('('))
            sql.Bracketed();
        if (name is not null && sql.Takes("rename", "to"))
            return new Rename(kind, name, sql.Identifier());
        if (sql.AtEnd)
            throw sql.Unexpected("what to alter");
        sql.Rest();
        return new OtherStatement("alter " + kind);
    }
}
