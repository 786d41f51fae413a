namespace Be.Postgres.Review.Rules;

internal sealed class CacheHitRate : ReviewRule
{
    public override string Id => "cache-hit-rate";

    public override Area Area => Area.Activity;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "Too much is read from outside of the cache.";

    public override string Why =>
        "A busy database of transactions finds over 99 % of its pages in memory. The rest may be in the system's cache, or on disk. "
        + "PostgreSQL manual, \"The Cumulative Statistics System\" (blks_hit, blks_read).";

    public override string Instead =>
        "first what reads too much (sequential-scans, slow-queries, table-bloat), then shared_buffers, then memory";

    public override string Sql =>
        """
            select
                d.datname as subject,
                format('%s %% of %s pages since %s; %s were read', round(100.0 * d.blks_hit / (d.blks_hit + d.blks_read), 1),
                    d.blks_hit + d.blks_read,
                    coalesce(to_char(d.stats_reset, 'YYYY-MM-DD'), 'the first start'),
                        pg_size_pretty(d.blks_read * current_setting('block_size')::bigint)) as detail,
                d.blks_read::float8 as weight
            from pg_stat_database d
            where d.datname = current_database() and d.blks_read > 100000 and d.blks_hit < 0.99 * (d.blks_hit + d.blks_read)
            """;
}
