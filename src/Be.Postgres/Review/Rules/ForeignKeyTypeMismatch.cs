namespace Be.Postgres.Review.Rules;

internal sealed class ForeignKeyTypeMismatch : ReviewRule
{
    public override string Id => "foreign-key-type-mismatch";

    public override Area Area => Area.Integrity;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "A foreign key and the column that it leads to differ in type.";

    public override string Why =>
        "The narrower one runs out first, and then inserts fail; every join and every check converts, which can keep it from "
        + "an index. PostgreSQL manual, \"Foreign Keys\" and \"Type Conversion\".";

    public override string Instead =>
        "give the foreign key the type of what it leads to: a new column, filled in batches, then used in place of this one";

    /// <summary>A domain is what it is made of, and varchar is text.</summary>
    public override string Sql =>
        $"""
            select
                format('%I.%I', n.nspname, c.relname) as subject,
                format('%I: %s', k.conname, pairs.list) as detail,
                {Own.Rows} as weight
            from {Own.Tables}
            join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' and k.conparentid = 0
            join lateral (
                select string_agg(
                    format('%I is %s, %s.%I is %s', a.attname, {Type("a")}, k.confrelid::regclass, b.attname, {Type("b")}),
                    '; ' order by pair.position
                ) as list
                from unnest(k.conkey, k.confkey) with ordinality as pair (one, other, position)
                join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.one
                join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.other
                join pg_type t on t.oid = a.atttypid
                join pg_type u on u.oid = b.atttypid
                where {BaseType("t")} <> {BaseType("u")}
            ) as pairs on pairs.list is not null
            order by weight desc, subject
            """;

    private static string Type(string column) => $"format_type({column}.atttypid, {column}.atttypmod)";

    private static string BaseType(string type) =>
        $"replace(format_type(coalesce(nullif({type}.typbasetype, 0), {type}.oid), null), 'character varying', 'text')";
}
