namespace Be.Postgres.Sql;

/// <summary>
/// Understands one statement as far as rules look into it: definitions of tables, columns, constraints, indexes and types to the last token,
/// queries as far as the table that they change. What it does not understand it says; it never guesses.
/// </summary>
/// <remarks>PostgreSQL manual, part VI, SQL commands (14 to 18).</remarks>
public static class StatementParser
{
    /// <summary>Reads a statement without the semicolon that ends it.</summary>
    public static Statement Parse(string sql)
    {
        ArgumentNullException.ThrowIfNull(sql);
        try
        {
            var cursor = new SqlCursor(sql);
            var statement = Read(cursor);
            cursor.ExpectEnd();
            return statement;
        }
        catch (NotUnderstoodException unknown)
        {
            return new UnknownStatement(unknown.Message);
        }
    }

    private static Statement Read(SqlCursor sql)
    {
        if (sql.SeesSign('('))
            return QueryParser.Read(sql);
        if (sql.SeesAny("select", "with", "values", "insert", "update", "delete", "merge", "copy", "table"))
            return QueryParser.Read(sql);
        if (sql.Takes("create"))
            return CreateParser.Read(sql);
        if (sql.Takes("alter"))
            return AlterParser.Read(sql);
        if (sql.Takes("drop"))
            return DropParser.Read(sql);
        if (
            sql.SeesAny("begin", "start", "commit", "end", "abort", "rollback", "savepoint", "release")
            || sql.Sees("prepare", "transaction")
        )
            return TransactionOf(sql);
        if (sql.Takes("set"))
            return Set(sql);
        if (sql.Takes("reset"))
            return new SetSetting(Setting(sql), null, IsLocal: false);
        if (sql.Takes("truncate"))
            return TruncateOf(sql);
        if (sql.Takes("lock"))
            return Lock(sql);
        if (sql.Takes("reindex"))
            return ReindexOf(sql);
        if (sql.Takes("refresh", "materialized", "view"))
            return Refresh(sql);
        if (sql.Takes("vacuum"))
            return VacuumOf(sql);
        if (sql.Takes("cluster"))
            return ClusterOf(sql);
        if (sql.Takes("do"))
            return Do(sql);
        return OtherCommands.Read(sql);
    }

    private static TransactionControl TransactionOf(SqlCursor sql)
    {
        var command = sql.Word();
        sql.Rest();
        return new TransactionControl(command);
    }

    private static Statement Set(SqlCursor sql)
    {
        if (sql.SeesAny("transaction", "constraints", "role", "session"))
        {
            var isSetting = sql.Takes("session") && !sql.SeesAny("authorization", "characteristics");
            if (!isSetting)
            {
                sql.Rest();
                return new OtherStatement("set");
            }
        }
        var isLocal = sql.Takes("local");
        if (sql.Takes("time", "zone"))
            return new SetSetting("timezone", sql.Rest(), isLocal);
        // Standard SQL has its own words for these.
        if (sql.Takes("names"))
            return new SetSetting("client_encoding", sql.Rest(), isLocal);
        if (sql.Takes("xml", "option"))
            return new SetSetting("xmloption", sql.Rest(), isLocal);
        if (sql.Takes("schema"))
            return new SetSetting("search_path", sql.String(), isLocal);
        var name = Setting(sql);
        if (!sql.TakesSign('='))
            sql.Expect("to");
        var value = sql.Rest();
        return new SetSetting(name, value.Equals("default", StringComparison.OrdinalIgnoreCase) ? null : value, isLocal);
    }

    /// <summary>The name of a setting, which may have a part before a point.</summary>
    private static string Setting(SqlCursor sql)
    {
        var name = sql.Name();
        return name.Schema is null ? name.Name : $"{name.Schema}.{name.Name}";
    }

    private static Truncate TruncateOf(SqlCursor sql)
    {
        sql.Takes("table");
        var tables = sql.List(() => TableName(sql));
        if (!sql.Takes("restart", "identity"))
            sql.Takes("continue", "identity");
        var cascade = sql.Takes("cascade");
        if (!cascade)
            sql.Takes("restrict");
        return new Truncate(tables, cascade);
    }

    private static LockTables Lock(SqlCursor sql)
    {
        sql.Takes("table");
        var tables = sql.List(() => TableName(sql));
        var mode = "access exclusive";
        if (sql.Takes("in"))
        {
            var words = new List<string>();
            while (!sql.Takes("mode"))
                words.Add(sql.Word());
            mode = string.Join(' ', words);
        }
        sql.Takes("nowait");
        return new LockTables(tables, mode);
    }

    private static ObjectName TableName(SqlCursor sql)
    {
        sql.Takes("only");
        var name = sql.Name();
        sql.TakesSign('*');
        return name;
    }

    private static Reindex ReindexOf(SqlCursor sql)
    {
        var concurrently = sql.SeesSign('(') && HasOption(sql.Bracketed(), "concurrently");
        var kind = sql.Word();
        if (kind is not ("index" or "table" or "schema" or "database" or "system"))
            throw sql.Unexpected("index, table, schema, database or system");
        concurrently |= sql.Takes("concurrently");
        return new Reindex(kind, sql.AtEnd ? null : sql.Name(), concurrently);
    }

    private static RefreshView Refresh(SqlCursor sql)
    {
        var concurrently = sql.Takes("concurrently");
        var view = sql.Name();
        if (!sql.Takes("with", "no", "data"))
            sql.Takes("with", "data");
        return new RefreshView(view, concurrently);
    }

    private static Vacuum VacuumOf(SqlCursor sql)
    {
        var isFull = sql.SeesSign('(') ? HasOption(sql.Bracketed(), "full") : sql.Sees("full");
        sql.Rest();
        return new Vacuum(isFull);
    }

    private static Cluster ClusterOf(SqlCursor sql)
    {
        if (sql.SeesSign('('))
            sql.Bracketed();
        sql.Takes("verbose");
        var table = sql.AtEnd ? null : sql.Name();
        sql.Rest();
        return new Cluster(table);
    }

    private static DoBlock Do(SqlCursor sql)
    {
        var (language, body) = ("plpgsql", (string?)null);
        while (!sql.AtEnd)
        {
            if (sql.Takes("language"))
                language = sql.SeesString ? sql.String() : sql.Identifier();
            else
                body = sql.String();
        }
        return new DoBlock(language, body ?? throw sql.Unexpected("a body"));
    }

    /// <summary>Whether an option in brackets is there and not turned off.</summary>
    internal static bool HasOption(string options, string name) =>
        options
            .Split(',', StringSplitOptions.TrimEntries)
            .Select(option => option.Split(' ', 2, StringSplitOptions.TrimEntries))
            .Any(option =>
                option[0].Equals(name, StringComparison.OrdinalIgnoreCase)
                && (option.Length == 1 || option[1].ToLowerInvariant() is not ("false" or "off" or "0"))
            );
}
