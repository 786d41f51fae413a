namespace Be.Postgres.Review.Rules;

internal sealed class SequentialScans : ReviewRule
{
    public override string Id => "sequential-scans";

    public override Area Area => Area.Indexes;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "A large table is mostly read from end to end.";

    public override string Why =>
        "Each such query costs as much as the table is large, and grows with it. PostgreSQL manual, \"The Cumulative Statistics System\" "
        + "(seq_tup_read, idx_tup_fetch).";

    public override string Instead =>
        "Find the queries (pg_stat_statements, or log_min_duration_statement), look at them with explain (analyze, buffers), and index what "
        + "they filter by.";

    public override string Sql =>
        $"""
            select
                format('%I.%I', s.schemaname, s.relname) as subject,
                format(
                    '%s scans read %s rows, indexes %s; the table has about %s rows, %s', s.seq_scan, s.seq_tup_read, coalesce(s.idx_tup_fetch, 0),
                    s.n_live_tup, pg_size_pretty(pg_table_size(s.relid))
                ) as detail,
                s.seq_tup_read::float8 as weight
            from pg_stat_user_tables s
            where s.n_live_tup > 10000 and s.seq_scan > 50 and s.seq_tup_read > 9 * coalesce(s.idx_tup_fetch, 0)
                -- Scans that a limit ends soon are fine.
                and s.seq_tup_read > 0.1 * s.n_live_tup * s.seq_scan
                and s.schemaname !~ '^pg_temp' and {Own.Object("pg_class", "s.relid")}
            order by weight desc, subject
            """;
}
