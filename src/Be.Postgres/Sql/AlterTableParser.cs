namespace Be.Postgres.Sql;

/// <summary>Reads <c>alter table</c> and its like behind those words.</summary>
internal static class AlterTableParser
{
    /// <summary>Of storage and statistics, and of the sequence of an identity.</summary>
    private static readonly string[] ColumnSettings =
    [
        "statistics",
        "storage",
        "compression",
        "generated",
        "increment",
        "start",
        "restart",
        "minvalue",
        "maxvalue",
        "cache",
        "cycle",
        "no",
        "sequence",
    ];

    public static Statement Read(SqlCursor sql, RelationKind kind)
    {
        if (sql.Takes("all", "in", "tablespace"))
        {
            sql.Rest();
            return new OtherStatement("alter table all in tablespace");
        }
        var ifExists = sql.Takes("if", "exists");
        sql.Takes("only");
        var table = sql.Name();
        sql.TakesSign('*');
        var actions = sql.List(() => Action(sql));
        sql.ExpectEnd();
        return new AlterTable(kind, table, ifExists, actions);
    }

    private static TableAction Action(SqlCursor sql)
    {
        if (sql.Takes("add"))
            return Add(sql);
        if (sql.Takes("drop"))
            return Drop(sql);
        if (sql.Takes("alter"))
            return sql.Takes("constraint") ? Other(sql, "alter constraint") : Alter(sql);
        if (sql.Takes("validate", "constraint"))
            return new ValidateConstraint(sql.Identifier());
        if (sql.Takes("rename"))
            return Rename(sql);
        if (sql.Takes("attach", "partition"))
            return Attach(sql);
        if (sql.Takes("detach", "partition"))
            return new DetachPartition(sql.Name(), sql.Takes("concurrently"), sql.Takes("finalize"));
        if (sql.Takes("set"))
            return Set(sql);
        if (
            sql.SeesAny(
                "enable",
                "disable",
                "force",
                "no",
                "owner",
                "reset",
                "cluster",
                "inherit",
                "not",
                "of",
                "replica",
                "depends",
                "options"
            )
        )
            return Other(sql, "");
        throw sql.Unexpected("an action");
    }

    private static TableAction Add(SqlCursor sql)
    {
        if (sql.SeesAny("constraint", "check", "foreign", "exclude", "unique") || sql.Sees("primary", "key") || sql.Sees("not", "null"))
            return new AddConstraint(ColumnParser.Constraint(sql));
        sql.Takes("column");
        return new AddColumn(IfNotExists: sql.Takes("if", "not", "exists"), Column: ColumnParser.Column(sql));
    }

    private static TableAction Drop(SqlCursor sql)
    {
        var isConstraint = sql.Takes("constraint");
        if (!isConstraint)
            sql.Takes("column");
        var ifExists = sql.Takes("if", "exists");
        var name = sql.Identifier();
        var cascade = sql.Takes("cascade");
        if (!cascade)
            sql.Takes("restrict");
        return isConstraint ? new DropConstraint(name, ifExists, cascade) : new DropColumn(name, ifExists, cascade);
    }

    private static TableAction Alter(SqlCursor sql)
    {
        sql.Takes("column");
        if (!sql.SeesName) // the column of an index is a number
        {
            sql.Step();
            return Other(sql, "alter column");
        }
        var column = sql.Identifier();
        if (sql.Takes("set", "not", "null"))
            return new SetNotNull(column);
        if (sql.Takes("drop", "not", "null"))
            return new DropNotNull(column);
        if (sql.Takes("set", "default"))
            return new ChangeDefault(column, sql.Expression());
        if (sql.Takes("drop", "default"))
            return new ChangeDefault(column, null);
        if (sql.Takes("set", "expression", "as"))
            return new ChangeExpression(column, sql.Bracketed());
        if (sql.Takes("drop", "expression"))
        {
            sql.Takes("if", "exists");
            return new ChangeExpression(column, null);
        }
        if (sql.Takes("type") || sql.Takes("set", "data", "type"))
            return Type(sql, column);
        if (sql.Sees("add", "generated"))
        {
            Other(sql, "");
            return new AddIdentity(column);
        }
        if (sql.SeesAny("reset", "restart", "options") || sql.Sees("drop", "identity"))
            return Other(sql, "alter column");
        if (sql.Takes("set") && (sql.SeesSign('(') || sql.SeesAny(ColumnSettings)))
            return Other(sql, "alter column set");
        throw sql.Unexpected("what to alter");
    }

    private static ChangeType Type(SqlCursor sql, string column)
    {
        var type = TypeParser.Read(sql);
        if (sql.Takes("collate"))
            sql.Name();
        return new ChangeType(column, type, sql.Takes("using") ? sql.Expression() : null);
    }

    private static TableAction Rename(SqlCursor sql)
    {
        if (sql.Takes("to"))
            return new RenameTable(sql.Identifier());
        var isConstraint = sql.Takes("constraint");
        if (!isConstraint)
            sql.Takes("column");
        var from = sql.Identifier();
        sql.Expect("to");
        return isConstraint ? new RenameConstraint(from, sql.Identifier()) : new RenameColumn(from, sql.Identifier());
    }

    private static AttachPartition Attach(SqlCursor sql)
    {
        var partition = sql.Name();
        if (sql.Takes("for", "values"))
            CreateTableParser.Bound(sql);
        else
            sql.Takes("default"); // of an index: nothing
        return new AttachPartition(partition);
    }

    private static TableAction Set(SqlCursor sql)
    {
        if (sql.Takes("schema"))
            return new SetSchema(sql.Identifier());
        return sql.SeesAny("logged", "unlogged", "tablespace", "access") ? new RewriteTable("set " + Text(sql)) : Other(sql, "set");
    }

    private static OtherAction Other(SqlCursor sql, string words) => new($"{words} {Text(sql)}".TrimStart());

    /// <summary>Up to the next action.</summary>
    private static string Text(SqlCursor sql) => sql.Expression();
}
