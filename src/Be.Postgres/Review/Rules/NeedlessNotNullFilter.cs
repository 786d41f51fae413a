namespace Be.Postgres.Review.Rules;

internal sealed class NeedlessNotNullFilter : ReviewRule
{
    public override string Id => "needless-not-null-filter";

    public override Area Area => Area.Indexes;

    public override Urgency Urgency => Urgency.Advice;

    public override string Title => "A partial index leaves out nulls of a column that has none.";

    public override string Why =>
        "The index is no smaller for it, and a query that does not itself ask for 'is not null', as one that only sorts, "
        + "passes it over. PostgreSQL manual, \"Partial Indexes\".";

    public override string Instead => "create index concurrently without the condition, then drop index concurrently for this one";

    public override string Sql =>
        $"""
            select
                {Own.Index} as subject,
                format('where %s, and %I takes no null; %s', filter.condition, a.attname, pg_size_pretty(pg_relation_size(x.oid))) as detail,
                pg_relation_size(x.oid)::float8 as weight
            from {Own.Indexes}
            cross join lateral (select pg_get_expr(i.indpred, i.indrelid) as condition) as filter
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and a.attnotnull
                and position(format('(%I IS NOT NULL)', a.attname) in filter.condition) > 0
            where filter.condition !~ ' (OR|CASE) '
            order by weight desc, subject
            """;
}
