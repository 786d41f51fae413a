namespace Be.Postgres.Review.Rules;

internal sealed class TableWithoutPrimaryKey : ReviewRule
{
    public override string Id => "table-without-primary-key";

    public override Area Area => Area.Integrity;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "A table has no primary key.";

    public override string Why =>
        "Two rows that are equal cannot be told apart, changed or deleted one by one; logical replication refuses updates and "
        + "deletes; no foreign key can lead there. PostgreSQL manual, \"Primary Keys\" and \"Logical Replication\", publication.";

    public override string Instead =>
        "create unique index concurrently over what tells rows apart (or over a new identity column), then alter table … add "
        + "constraint … primary key using index";

    public override string Sql =>
        $"""
            select
                format('%I.%I', n.nspname, c.relname) as subject,
                format(
                    '%s, %s; %s',
                    {Own.About},
                    pg_size_pretty({Own.Size}),
                    coalesce('could become it: ' || ready.indexes, 'no unique index could become it')
                ) as detail,
                {Own.Rows} as weight
            from {Own.Tables}
            left join lateral (
                select string_agg(quote_ident(x.relname), ', ' order by x.relname) as indexes
                from pg_index i
                join pg_class x on x.oid = i.indexrelid
                where i.indrelid = c.oid and i.indisunique and i.indisvalid and i.indimmediate and i.indpred is null and i.indexprs is null
                    and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum = any (i.indkey::int2[]) and not a.attnotnull)
            ) as ready on true
            where not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)
            order by weight desc, subject
            """;
}
