namespace Be.Postgres.Review.Rules;

internal sealed class OverlappingIndex : ReviewRule
{
    public override string Id => "overlapping-index";

    public override Area Area => Area.Indexes;

    public override Urgency Urgency => Urgency.Advice;

    public override string Title => "An index holds the first columns of another one.";

    public override string Why =>
        "The longer index finds what the shorter one finds, and every write keeps both up to date. PostgreSQL manual, "
        + "\"Multicolumn Indexes\"; PostgreSQL wiki, \"Index Maintenance\".";

    public override string Instead =>
        "drop index concurrently for the shorter one, unless queries read so much of it that its smaller size pays (compare "
        + "the idx_scan of both in pg_stat_user_indexes)";

    /// <summary>Lists of numbers are compared as text: one begins with the other, up to a space.</summary>
    public override string Sql =>
        $"""
            with indexes as (
                select
                    {Own.Index} as subject,
                    x.relname as name,
                    i.*,
                    pg_get_expr(i.indpred, i.indrelid) as condition
                from {Own.Indexes}
                where m.amname = 'btree'
            )
            select
                short.subject,
                format(
                    '%I begins with the same columns; this one takes %s',
                    min(long.name::text),
                    pg_size_pretty(pg_relation_size(short.indexrelid))
                ) as detail,
                pg_relation_size(short.indexrelid)::float8 as weight
            from indexes short
            join indexes long on long.indrelid = short.indrelid and long.indexrelid <> short.indexrelid
            where not short.indisunique and not short.indisexclusion and not short.indisreplident
                and short.indexprs is null and short.indnatts = short.indnkeyatts
                and long.indnkeyatts >= short.indnkeyatts
                and (long.indnatts > short.indnatts or long.indisunique)
                and starts_with(long.indkey::text || ' ', short.indkey::text || ' ')
                and starts_with(long.indclass::text || ' ', short.indclass::text || ' ')
                and starts_with(long.indcollation::text || ' ', short.indcollation::text || ' ')
                and starts_with(long.indoption::text || ' ', short.indoption::text || ' ')
                and long.condition is not distinct from short.condition
            group by short.subject, short.indexrelid
            order by weight desc, subject
            """;
}
