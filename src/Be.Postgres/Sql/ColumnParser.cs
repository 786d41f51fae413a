namespace Be.Postgres.Sql;

/// <summary>Reads columns and constraints of tables (PostgreSQL manual, <c>create table</c>).</summary>
internal static class ColumnParser
{
    /// <summary>What may stand behind a column's type, and so behind an expression there.</summary>
    private static readonly string[] Clauses =
    [
        "constraint",
        "not",
        "null",
        "default",
        "generated",
        "unique",
        "primary",
        "check",
        "references",
        "collate",
        "deferrable",
        "initially",
        "storage",
        "compression",
        "options",
        "enforced",
    ];

    public static ColumnDefinition Column(SqlCursor sql)
    {
        var name = sql.Identifier();
        // A column of a typed table or of a partition has no type of its own.
        var type =
            sql.AtEnd || sql.SeesAny(Clauses) || sql.SeesSign(',') || sql.SeesSign(')') || sql.Sees("with", "options")
                ? null
                : TypeParser.Read(sql);
        sql.Takes("with", "options");
        var constraints = new List<ColumnConstraint>();
        while (ConstraintOf(sql) is { } constraint)
            constraints.Add(constraint);
        return new ColumnDefinition(name, type, constraints);
    }

    private static ColumnConstraint? ConstraintOf(SqlCursor sql)
    {
        var name = sql.Takes("constraint") ? sql.Identifier() : null;
        ColumnConstraint? constraint =
            sql.Takes("not", "null") ? new NotNullColumn(name)
            : sql.Takes("null") ? new NullColumn(name)
            : sql.Takes("default") ? new DefaultColumn(name, sql.Expression(Clauses))
            : sql.Takes("generated") ? Generated(sql, name)
            : sql.Takes("unique") ? Key(sql, new UniqueColumn(name))
            : sql.Takes("primary", "key") ? Key(sql, new PrimaryKeyColumn(name))
            : sql.Takes("check") ? new CheckColumn(name, sql.Bracketed())
            : sql.Takes("references") ? new ReferencesColumn(name, ReferenceOf(sql))
            : sql.Takes("collate") ? new ColumnSetting("collate " + sql.Name())
            : sql.Takes("storage") ? new ColumnSetting("storage " + sql.Word())
            : sql.Takes("compression") ? new ColumnSetting("compression " + sql.Word())
            : sql.Takes("options") ? new ColumnSetting("options " + sql.Bracketed())
            : null;
        if (constraint is null && name is not null)
            throw sql.Unexpected("a constraint");
        if (constraint is not null)
            Attributes(sql);
        return constraint;
    }

    private static ColumnConstraint Generated(SqlCursor sql, string? name)
    {
        var always = sql.Takes("always");
        if (!always)
            sql.Expect("by", "default");
        sql.Expect("as");
        if (sql.Takes("identity"))
        {
            if (sql.SeesSign('('))
                sql.Bracketed();
            return new IdentityColumn(name, always);
        }
        var expression = sql.Bracketed();
        var isStored = sql.Takes("stored");
        if (!isStored)
            sql.Takes("virtual");
        return new GeneratedColumn(name, expression, isStored);
    }

    private static ColumnConstraint Key(SqlCursor sql, ColumnConstraint constraint)
    {
        Nulls(sql);
        IndexParameters(sql);
        return constraint;
    }

    /// <summary>A constraint that stands by itself, its name included.</summary>
    public static TableConstraint Constraint(SqlCursor sql)
    {
        var name = sql.Takes("constraint") ? sql.Identifier() : null;
        var constraint = ConstraintOf(sql, name);
        return constraint with { NotValid = Attributes(sql) };
    }

    private static TableConstraint ConstraintOf(SqlCursor sql, string? name)
    {
        if (sql.Takes("check"))
            return new TableConstraint(ConstraintKind.Check, name, [], sql.Bracketed());
        if (sql.Takes("not", "null"))
            return new TableConstraint(ConstraintKind.NotNull, name, [sql.Identifier()]);
        if (sql.Takes("foreign", "key"))
        {
            var columns = sql.InBrackets(() => KeyColumn(sql));
            sql.Expect("references");
            return new TableConstraint(ConstraintKind.ForeignKey, name, columns, Reference: ReferenceOf(sql));
        }
        if (sql.Takes("exclude"))
        {
            if (sql.Takes("using"))
                sql.Identifier();
            var expression = sql.Bracketed();
            IndexParameters(sql);
            if (sql.Takes("where"))
                sql.Bracketed();
            return new TableConstraint(ConstraintKind.Exclusion, name, [], expression);
        }
        var kind = sql.Takes("unique") ? ConstraintKind.Unique : ConstraintKind.PrimaryKey;
        if (kind == ConstraintKind.PrimaryKey)
            sql.Expect("primary", "key");
        if (sql.Takes("using", "index"))
            return new TableConstraint(kind, name, [], UsingIndex: sql.Identifier());
        Nulls(sql);
        var keys = sql.InBrackets(() => KeyColumn(sql));
        IndexParameters(sql);
        return new TableConstraint(kind, name, keys);
    }

    /// <summary>A column of a key; its last may be a period (PostgreSQL 18: <c>period</c>, <c>without overlaps</c>).</summary>
    private static string KeyColumn(SqlCursor sql)
    {
        sql.Takes("period");
        var column = sql.Identifier();
        sql.Takes("without", "overlaps");
        return column;
    }

    private static Reference ReferenceOf(SqlCursor sql)
    {
        var table = sql.Name();
        var columns = sql.SeesSign('(') ? sql.InBrackets(() => KeyColumn(sql)) : [];
        if (sql.Takes("match"))
            sql.Word();
        string? onDelete = null;
        while (sql.Takes("on"))
        {
            var isDelete = sql.Takes("delete");
            if (!isDelete)
                sql.Expect("update");
            var action = ActionOf(sql);
            if (isDelete)
                onDelete = action;
        }
        return new Reference(table, columns, onDelete);
    }

    private static string ActionOf(SqlCursor sql)
    {
        if (sql.Takes("no", "action"))
            return "no action";
        if (!sql.Takes("set"))
            return sql.Takes("cascade") ? "cascade"
                : sql.Takes("restrict") ? "restrict"
                : throw sql.Unexpected("an action");
        var value = "set " + sql.Word();
        if (sql.SeesSign('('))
            sql.Bracketed();
        return value;
    }

    private static void Nulls(SqlCursor sql)
    {
        if (!sql.Takes("nulls", "not", "distinct"))
            sql.Takes("nulls", "distinct");
    }

    private static void IndexParameters(SqlCursor sql)
    {
        if (sql.Takes("include"))
            sql.Columns();
        if (sql.Takes("with"))
            sql.Bracketed();
        if (sql.Takes("using", "index", "tablespace"))
            sql.Identifier();
    }

    /// <summary>What may follow any constraint.</summary>
    /// <returns>Whether it is not valid for the rows that are there.</returns>
    private static bool Attributes(SqlCursor sql)
    {
        var notValid = false;
        while (true)
        {
            if (sql.Takes("not", "valid") || sql.Takes("not", "enforced"))
                notValid = true;
            else if (sql.Takes("initially"))
                sql.Word();
            else if (!sql.Takes("not", "deferrable") && !sql.Takes("deferrable") && !sql.Takes("no", "inherit") && !sql.Takes("enforced"))
                return notValid;
        }
    }
}
