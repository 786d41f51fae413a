namespace Be.Postgres.Review.Rules;

internal sealed class IndexBloat : ReviewRule
{
    public override string Id => "index-bloat";

    public override Area Area => Area.Maintenance;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "Much of a large index is empty space.";

    public override string Why =>
        "It is read and cached like the rest, and vacuum does not shrink it. Estimated from pg_stats and the pages that the last vacuum or "
        + "analyze counted. PostgreSQL manual, \"Routine Reindexing\".";

    public override string Instead => "reindex index concurrently …, which writes go on beside";

    public override string Sql =>
        $"""
            with large as materialized (
                select
                    i.indexrelid, i.indrelid, i.indkey, n.nspname, t.relname as table, x.relname, x.relpages, x.reltuples,
                    current_setting('block_size')::float8 as block,
                    coalesce(
                        (select o.option_value::float8 from pg_options_to_table(x.reloptions) o where o.option_name = 'fillfactor'), 90
                    ) / 100 as fill
                from pg_index i
                join pg_class x on x.oid = i.indexrelid and x.relkind = 'i' and x.reltuples >= 0
                join pg_am m on m.oid = x.relam and m.amname = 'btree'
                join pg_class t on t.oid = i.indrelid
                join pg_namespace n on n.oid = x.relnamespace
                where i.indisvalid and i.indexprs is null and not i.indisexclusion
                    and x.relpages * current_setting('block_size')::float8 > 10 * 1024 * 1024
                    and {Own.Schema("n")} and {Own.Object("pg_class", "t.oid")}
            ),
            measured as (
                -- An entry: 8 bytes of header, 16 where there are nulls, its data up to the next multiple of 8, and a pointer of 4;
                -- a page has 40 bytes of its own.
                select
                    l.nspname, l.table, l.relname, l.relpages * l.block as size,
                    (
                        1
                        + ceil(
                            l.reltuples
                            * (case when bool_or(s.null_frac > 0) then 16 else 8 end + ceil(sum((1 - s.null_frac) * s.avg_width) / 8) * 8 + 4)
                            / ((l.block - 40) * l.fill)
                        )
                    ) * l.block as needed
                from large l
                join pg_attribute a on a.attrelid = l.indrelid and a.attnum = any (l.indkey)
                left join pg_stats s on s.schemaname = l.nspname and s.tablename = l.table and s.attname = a.attname and not s.inherited
                group by l.indexrelid, l.nspname, l.table, l.relname, l.relpages, l.reltuples, l.block, l.fill
                having count(*) = count(s.attname)
            )
            select
                format('%I.%I', nspname, relname) as subject,
                format('on %I: about %s of %s (%s %%) are empty, estimated', "table", pg_size_pretty((size - needed)::bigint),
                    pg_size_pretty(size::bigint), round((100 * (size - needed) / size)::numeric)) as detail,
                (size - needed)::float8 as weight,
                relname as name
            from measured
            where size - needed > 10 * 1024 * 1024 and size - needed > 0.5 * size
            order by weight desc, subject
            """;

    public override string Hidden => Own.HiddenStatistics;

    public override MigrationPair Fix(ReviewRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new MigrationPair(
            $"reindex_{row.Text("name")}",
            $"reindex index concurrently {row.Subject};",
            "-- The index holds what it held.\nselect 1;",
            InTransaction: false
        );
    }
}
