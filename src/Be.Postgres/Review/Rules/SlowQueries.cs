namespace Be.Postgres.Review.Rules;

internal sealed class SlowQueries : ReviewRule
{
    public override string Id => "slow-queries";

    public override Area Area => Area.Activity;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "A query is slow, or takes most of the server's time.";

    public override string Why =>
        "These few are where an index or another form pays most. PostgreSQL manual, \"pg_stat_statements\". Values in a query are not shown: "
        + "there are none in what it keeps.";

    public override string Instead =>
        "explain (analyze, buffers) with typical values; then an index for what it filters and sorts by, fewer rows, or fewer calls";

    public override string Extension => "pg_stat_statements";

    public override string Sql =>
        """
            select
                format('query %s', s.queryid) as subject,
                format(
                    '%s ms on average, %s calls, %s %% of all time: %s', round(s.mean_exec_time::numeric, 1), s.calls,
                        round((100 * s.share)::numeric),
                    left(regexp_replace(s.query, '\s+', ' ', 'g'), 200)
                ) as detail,
                s.total_exec_time::float8 as weight
            from (
                select p.queryid, p.query, p.calls, p.mean_exec_time, p.total_exec_time,
                    p.total_exec_time / nullif(sum(p.total_exec_time) over (), 0) as share
                from pg_stat_statements p
                join pg_database d on d.oid = p.dbid and d.datname = current_database()
            ) as s
            where s.calls >= 3 and (s.mean_exec_time > 100 or (s.share > 0.2 and s.total_exec_time > 60000))
                -- Of other statements it keeps the text with its values, passwords of roles too.
                and s.query ~* '^\s*(select|insert|update|delete|merge|with)\M'
            order by weight desc, subject
            limit 20
            """;

    public override string Hidden => Own.HiddenActivity;
}
