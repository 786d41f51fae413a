namespace Be.Postgres.Review.Rules;

internal sealed class SharedBuffers : ReviewRule
{
    public override string Id => "shared-buffers";

    public override Area Area => Area.Settings;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "The cache is as small as PostgreSQL ships it, and the database is larger.";

    public override string Why =>
        "The default of 128 MB is there so that PostgreSQL starts anywhere; a quarter of the memory is a good beginning. PostgreSQL manual, "
        + "\"Resource Consumption\" (shared_buffers).";

    public override string Instead =>
        "alter system set shared_buffers = '…', a quarter of the memory of a server that does nothing else; it takes a restart";

    public override string Sql =>
        """
            select
                'shared_buffers' as subject,
                format('is %s; the database has %s', current_setting('shared_buffers'),
                    pg_size_pretty(pg_database_size(current_database()))) as detail,
                pg_database_size(current_database())::float8 as weight
            where pg_size_bytes(current_setting('shared_buffers')) <= 128 * 1024 * 1024
                and pg_database_size(current_database()) > pg_size_bytes(current_setting('shared_buffers'))
            """;
}
