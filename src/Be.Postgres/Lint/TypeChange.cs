using Be.Postgres.Sql;

namespace Be.Postgres.Lint;

/// <summary>What changing a column's type costs.</summary>
/// <remarks>PostgreSQL manual, <c>alter table</c>, notes; the casts of <c>pg_cast</c> that are binary coercible.</remarks>
internal static class TypeChange
{
    /// <param name="from">Null where no migration says it.</param>
    /// <param name="change">The new type.</param>
    public static Work Work(TypeName? from, ChangeType change)
    {
        if (from is null || change.Using is { } value && !IsColumn(value, change))
            return Lint.Work.Rewrite;
        return IsFree(from, change.Type) ? Lint.Work.None : Lint.Work.Rewrite;
    }

    /// <summary>The column itself, or cast to what it becomes anyway.</summary>
    private static bool IsColumn(string value, ChangeType change)
    {
        var sql = new SqlCursor(value);
        if (!sql.SeesName || sql.Identifier() != change.Column)
            return false;
        if (!sql.TakesSign(':'))
            return sql.AtEnd;
        sql.ExpectSign(':');
        return sql.SeesName && TypeParser.Read(sql).ToString() == change.Type.ToString() && sql.AtEnd;
    }

    private static bool IsFree(TypeName from, TypeName to)
    {
        if (from.Dimensions != to.Dimensions)
            return false;
        return (from.Name.Name, to.Name.Name) switch
        {
            ("character varying", "text") => true,
            ("character varying" or "bit varying", var same) when same == from.Name.Name => IsWider(from, to),
            ("text", "character varying") => to.Modifiers.Count == 0,
            ("numeric", "numeric") => to.Modifiers.Count == 0 || HasSameScaleAndMore(from, to),
            ("timestamp" or "timestamptz" or "time" or "timetz" or "interval", var same) when same == from.Name.Name => IsWider(from, to),
            ("cidr", "inet") => true,
            ("xml", "text") or ("citext", "text") or ("text", "citext") => true,
            _ => from.Name.Matches(to.Name) && from.Modifiers.SequenceEqual(to.Modifiers),
        };
    }

    private static bool IsWider(TypeName from, TypeName to) =>
        to.Modifiers.Count == 0
        || from.Modifiers is [var old]
            && to.Modifiers is [var now]
            && int.TryParse(old, out var before)
            && int.TryParse(now, out var after)
            && after >= before;

    private static bool HasSameScaleAndMore(TypeName from, TypeName to) =>
        Scale(from) == Scale(to)
        && from.Modifiers.Count > 0
        && int.TryParse(from.Modifiers[0], out var before)
        && int.TryParse(to.Modifiers[0], out var after)
        && after >= before;

    private static string Scale(TypeName type) => type.Modifiers.Count > 1 ? type.Modifiers[1] : "0";
}
