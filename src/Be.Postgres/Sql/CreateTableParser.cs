namespace Be.Postgres.Sql;

/// <summary>Reads <c>create table</c> behind its words.</summary>
internal static class CreateTableParser
{
    private static readonly string[] ConstraintWords = ["constraint", "check", "foreign", "exclude", "unique", "primary"];

    public static CreateTable Read(SqlCursor sql, bool isTemporary, bool isUnlogged)
    {
        var ifNotExists = sql.Takes("if", "not", "exists");
        var table = sql.Name();
        var elements = new Elements();
        var (partitionOf, isFromQuery, isLikeAnother) = ((ObjectName?)null, false, false);
        if (sql.Takes("partition", "of"))
        {
            partitionOf = sql.Name();
            elements.Read(sql);
            if (!sql.Takes("default"))
            {
                sql.Expect("for", "values");
                Bound(sql);
            }
        }
        else if (sql.Takes("of"))
        {
            isLikeAnother = true;
            sql.Name();
            elements.Read(sql);
        }
        else if (sql.SeesSign('('))
            elements.Read(sql);
        else if (!sql.SeesAny("as", "using", "with", "tablespace", "on", "execute"))
            throw sql.Unexpected("'('");

        string? partitionKey = null;
        while (!sql.AtEnd)
        {
            if (sql.Takes("inherits"))
            {
                isLikeAnother = true;
                sql.InBrackets(sql.Name);
            }
            else if (sql.Takes("partition", "by"))
            {
                sql.Word();
                partitionKey = sql.Bracketed();
            }
            else if (sql.Takes("using") || sql.Takes("tablespace"))
                sql.Identifier();
            else if (sql.Takes("with") && sql.SeesSign('('))
                sql.Bracketed();
            else if (sql.Takes("on", "commit"))
                sql.SkipTo("tablespace", "as");
            else if (sql.Takes("as"))
            {
                isFromQuery = true;
                sql.Rest();
            }
            else if (!sql.Takes("without", "oids"))
                throw sql.Unexpected("the end of the table");
        }
        return new CreateTable(
            table,
            ifNotExists,
            isTemporary,
            isUnlogged,
            elements.Columns,
            elements.Constraints,
            partitionOf,
            partitionKey is not null,
            isFromQuery
        )
        {
            PartitionKey = partitionKey,
            IsLikeAnother = isLikeAnother || elements.AreLikeAnother,
        };
    }

    /// <summary><c>in (…)</c>, <c>from (…) to (…)</c> or <c>with (…)</c>.</summary>
    internal static void Bound(SqlCursor sql)
    {
        if (sql.Takes("from"))
        {
            sql.Bracketed();
            sql.Expect("to");
        }
        else if (!sql.Takes("in"))
            sql.Expect("with");
        sql.Bracketed();
    }

    private sealed class Elements
    {
        public List<ColumnDefinition> Columns { get; } = [];

        public List<TableConstraint> Constraints { get; } = [];

        public bool AreLikeAnother { get; private set; }

        public void Read(SqlCursor sql)
        {
            if (!sql.TakesSign('('))
                return;
            if (sql.TakesSign(')'))
                return;
            do
            {
                if (sql.Takes("like"))
                {
                    AreLikeAnother = true;
                    sql.Name();
                    while (sql.SeesAny("including", "excluding"))
                    {
                        sql.Word();
                        sql.Word();
                    }
                }
                else if (sql.SeesAny(ConstraintWords))
                    Constraints.Add(ColumnParser.Constraint(sql));
                else
                    Columns.Add(ColumnParser.Column(sql));
            } while (sql.TakesSign(','));
            sql.ExpectSign(')');
        }
    }
}
