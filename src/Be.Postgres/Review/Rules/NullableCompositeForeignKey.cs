namespace Be.Postgres.Review.Rules;

internal sealed class NullableCompositeForeignKey : ReviewRule
{
    public override string Id => "nullable-composite-foreign-key";

    public override Area Area => Area.Integrity;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "A foreign key of several columns may be null in part.";

    public override string Why =>
        "Under match simple, which is the default, a row with one of them null is not checked: it can name what does not "
        + "exist. PostgreSQL manual, \"Foreign Keys\", and create table, references.";

    public override string Instead =>
        "check (num_nulls(the columns) in (0, how many they are)) not valid, validated in a later migration; or match full; or not null";

    /// <summary>
    /// Where one of them alone may be null (a tenant and an optional reference), null means that there is no reference. A check over all that may
    /// be null
    /// is taken to say how they go together.
    /// </summary>
    public override string Sql =>
        $"""
            select
                format('%I.%I', n.nspname, c.relname) as subject,
                format('%I: %s may be null one without the other', k.conname, nullable.list) as detail,
                {Own.Rows} as weight
            from {Own.Tables}
            join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' and k.conparentid = 0
                and k.confmatchtype = 's' and cardinality(k.conkey) > 1
            cross join lateral (
                select array_agg(a.attnum) as columns, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as list
                from pg_attribute a
                where a.attrelid = c.oid and a.attnum = any (k.conkey) and not a.attnotnull
            ) as nullable
            where cardinality(nullable.columns) > 1
                and not exists (select from pg_constraint o where o.conrelid = c.oid and o.contype = 'c' and o.conkey @> nullable.columns)
            order by weight desc, subject
            """;
}
