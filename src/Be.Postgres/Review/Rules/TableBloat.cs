namespace Be.Postgres.Review.Rules;

internal sealed class TableBloat : ReviewRule
{
    public override string Id => "table-bloat";

    public override Area Area => Area.Maintenance;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "Much of a large table is empty space.";

    public override string Why =>
        "Scans read it, the cache holds it, backups copy it. Vacuum lets new rows use the space but returns it only at the table's end. "
        + "Estimated from pg_stats and the pages that the last vacuum or analyze counted. PostgreSQL manual, \"Recovering Disk Space\".";

    public override string Instead =>
        """
            find out why vacuum came too late: long-transaction, idle-in-transaction, replication-slot-behind, autovacuum-off, autovacuum-scale-factor
            then pg_repack or pg_squeeze, which copy the table beside its use; vacuum (full) locks it for as long as that takes
            """;

    public override string Sql =>
        $"""
            with large as materialized (
                select
                    c.oid, n.nspname, c.relname, c.relpages, c.reltuples, c.relnatts,
                    current_setting('block_size')::float8 as block,
                    coalesce(
                        (select o.option_value::float8 from pg_options_to_table(c.reloptions) o where o.option_name = 'fillfactor'), 100
                    ) / 100 as fill
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'm') and c.reltuples >= 0 and c.relpages * current_setting('block_size')::float8 > 10 * 1024 * 1024
                    and {Own.Schema("n")} and {Own.Object("pg_class", "c.oid")}
            ),
            measured as (
                -- A row: 23 bytes of header with a bitmap where there are nulls, its data, both up to the next multiple of 8, and a pointer of 4.
                select
                    l.nspname, l.relname, l.relpages * l.block as size,
                    ceil(
                        l.reltuples
                        * (
                            ceil((23 + case when bool_or(s.null_frac > 0) then (l.relnatts + 7) / 8 else 0 end) / 8.0) * 8
                            + ceil(sum((1 - s.null_frac) * s.avg_width) / 8) * 8
                            + 4
                        )
                        / ((l.block - 24) * l.fill)
                    ) * l.block as needed
                from large l
                join pg_attribute a on a.attrelid = l.oid and a.attnum > 0 and not a.attisdropped
                left join pg_stats s on s.schemaname = l.nspname and s.tablename = l.relname and s.attname = a.attname and not s.inherited
                group by l.oid, l.nspname, l.relname, l.relpages, l.reltuples, l.relnatts, l.block, l.fill
                having count(*) = count(s.attname)
            )
            select
                format('%I.%I', nspname, relname) as subject,
                format('about %s of %s (%s %%) are empty, estimated', pg_size_pretty((size - needed)::bigint), pg_size_pretty(size::bigint),
                    round((100 * (size - needed) / size)::numeric)) as detail,
                (size - needed)::float8 as weight
            from measured
            where size - needed > 10 * 1024 * 1024 and size - needed > 0.4 * size
            order by weight desc, subject
            """;

    public override string Hidden => Own.HiddenStatistics;
}
