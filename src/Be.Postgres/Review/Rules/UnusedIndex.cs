namespace Be.Postgres.Review.Rules;

internal sealed class UnusedIndex : ReviewRule
{
    public override string Id => "unused-index";

    public override Area Area => Area.Indexes;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "No query has read an index of more than 1 MB since PostgreSQL counts.";

    public override string Why =>
        "Every write keeps it up to date, it takes memory, space and time of vacuum, and it stops updates from being "
        + "heap-only. PostgreSQL manual, \"Examining Index Usage\".";

    public override string Instead =>
        "drop index concurrently, once the time since when it counts covers month's end and other rare work, and no replica "
        + "reads it (each server counts for itself)";

    /// <summary>An index of a foreign key has its use when a row of the other table goes. Partitions count for their parent's index.</summary>
    public override string Sql =>
        $"""
            with counted as (
                select coalesce(stats_reset, pg_postmaster_start_time()) as since from pg_stat_database where datname = current_database()
            ),
            indexes as (
                select coalesce(pg_partition_root(s.indexrelid)::oid, s.indexrelid) as oid, sum(pg_relation_size(s.indexrelid))::bigint as size
                from pg_stat_user_indexes s
                group by 1
                having sum(s.idx_scan) = 0 and sum(pg_relation_size(s.indexrelid)) > 1024 * 1024
            )
            select
                format('%I.%I', n.nspname, x.relname) as subject,
                format(
                    'on %I, takes %s, was not read since %s (%s days)',
                    c.relname, pg_size_pretty(indexes.size), counted.since::date, extract(day from now() - counted.since)
                ) as detail,
                indexes.size::float8 as weight,
                case when counted.since < now() - interval '30 days' then 'soon' else 'advice' end as urgency
            from indexes
            join pg_index i on i.indexrelid = indexes.oid and not i.indisunique and not {Own.IsNeeded("i")}
            join pg_class x on x.oid = i.indexrelid
            join pg_class c on c.oid = i.indrelid
            join pg_namespace n on n.oid = c.relnamespace and {Own.Schema("n")} and {Own.Object("pg_class", "c.oid")}
            cross join counted
            where not exists (
                select
                from pg_constraint k
                where k.conrelid = c.oid and k.contype = 'f' and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] <@ k.conkey
            )
            order by weight desc, subject
            """;
}
