namespace Be.Postgres.Sql;

/// <summary>Reads the name of a type (PostgreSQL manual, chapter 8).</summary>
internal static class TypeParser
{
    private static readonly string[] IntervalFields = ["year", "month", "day", "hour", "minute", "second", "to"];

    /// <summary>Text that is nothing but a type; null when it is not understood.</summary>
    public static TypeName? ReadAll(string sql)
    {
        try
        {
            var cursor = new SqlCursor(sql);
            var type = Read(cursor);
            cursor.ExpectEnd();
            return type;
        }
        catch (NotUnderstoodException)
        {
            return null;
        }
    }

    public static TypeName Read(SqlCursor sql)
    {
        sql.Takes("setof");
        var name = Simple(sql);
        var modifiers = sql.SeesSign('(') ? sql.InBrackets(() => sql.Expression()) : [];
        if (name.Schema is null && name.Name is "timestamp" or "time")
            name = name with { Name = name.Name + Zone(sql) };
        if (name is { Schema: null, Name: "interval" })
        {
            while (sql.SeesAny(IntervalFields))
                sql.Step();
            if (sql.SeesSign('('))
                modifiers = sql.InBrackets(() => sql.Expression());
        }
        var canonical = name.Schema is null ? name with { Name = TypeName.Canonical(name.Name) } : name;
        return new TypeName(canonical, modifiers, Dimensions(sql));
    }

    private static ObjectName Simple(SqlCursor sql)
    {
        if (sql.Takes("double", "precision"))
            return new ObjectName(null, "double precision");
        foreach (var first in (string[])["national", "character", "char", "nchar", "bit"])
        {
            if (!sql.Takes(first))
                continue;
            var name = first == "national" ? $"national {sql.Word()}" : first;
            return new ObjectName(null, sql.Takes("varying") ? name + " varying" : name);
        }
        return sql.Name();
    }

    private static string Zone(SqlCursor sql) =>
        sql.Takes("with", "time", "zone") ? " with time zone"
        : sql.Takes("without", "time", "zone") ? " without time zone"
        : "";

    private static int Dimensions(SqlCursor sql)
    {
        var dimensions = 0;
        if (sql.Takes("array"))
        {
            if (sql.SeesSign('['))
                Bound(sql);
            return 1;
        }
        for (; sql.SeesSign('['); dimensions++)
            Bound(sql);
        return dimensions;
    }

    private static void Bound(SqlCursor sql)
    {
        sql.ExpectSign('[');
        while (!sql.TakesSign(']'))
        {
            if (sql.AtEnd)
                throw sql.Unexpected("']'");
            sql.Step();
        }
    }
}
