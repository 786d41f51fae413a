namespace Be.Postgres.Review.Rules;

internal sealed class ConnectionsNearLimit : ReviewRule
{
    public override string Id => "connections-near-limit";

    public override Area Area => Area.Activity;

    public override Urgency Urgency => Urgency.Now;

    public override string Title => "Connections are running out.";

    public override string Why =>
        "The next one is refused: \"sorry, too many clients already\". PostgreSQL manual, \"Connections and Authentication\" (max_connections).";

    public override string Instead =>
        "smaller pools (Maximum Pool Size) in the applications, or PgBouncer before the server; more connections only with the memory for them";

    public override string Sql =>
        """
            select
                'max_connections' as subject,
                format('%s of %s are in use, %s of those for superusers alone', used.count, current_setting('max_connections'),
                    current_setting('superuser_reserved_connections')) as detail,
                used.count::float8 as weight
            from (select sum(d.numbackends) as count from pg_stat_database d) as used
            where used.count > 0.8 * current_setting('max_connections')::int
            """;
}
