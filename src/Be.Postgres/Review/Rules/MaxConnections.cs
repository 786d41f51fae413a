namespace Be.Postgres.Review.Rules;

internal sealed class MaxConnections : ReviewRule
{
    public override string Id => "max-connections";

    public override Area Area => Area.Settings;

    public override Urgency Urgency => Urgency.Advice;

    public override string Title => "The server allows more connections than it can serve.";

    public override string Why =>
        "Each connection is a process, and each may use work_mem several times over: together more than what effective_cache_size says the "
        + "machine has. A few times the number of cores is what a server gets most done with. The PostgreSQL wiki, \"Number Of Database "
        + "Connections\".";

    public override string Instead =>
        "a pool: Maximum Pool Size of the applications, or PgBouncer before the server; then alter system set max_connections = …";

    public override string Sql =>
        """
            select
                'max_connections' as subject,
                format(
                    'is %s: with work_mem %s that is %s, and effective_cache_size is %s; %s are in use, %s of them idle',
                        current_setting('max_connections'),
                    current_setting('work_mem'), pg_size_pretty(most.bytes), current_setting('effective_cache_size'), used.all, used.idle
                ) as detail,
                current_setting('max_connections')::float8 as weight
            from (select current_setting('max_connections')::bigint * pg_size_bytes(current_setting('work_mem')) as bytes) as most
            cross join (
                select count(*) as all, count(*) filter (where a.state = 'idle') as idle from pg_stat_activity a
                    where a.backend_type = 'client backend'
            ) as used
            where most.bytes > pg_size_bytes(current_setting('effective_cache_size')) or current_setting('max_connections')::int > 500
                or (used.idle > 50 and used.idle > 0.8 * used.all)
            """;

    public override string Hidden => Own.HiddenActivity;
}
