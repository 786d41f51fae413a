namespace Be.Postgres.Review.Rules;

internal sealed class WalSize : ReviewRule
{
    public override string Id => "wal-size";

    public override Area Area => Area.Settings;

    public override Urgency Urgency => Urgency.Advice;

    public override string Title => "The write-ahead log is kept too small for what is written.";

    public override string Why =>
        "When it reaches max_wal_size, a checkpoint is forced; after each one whole pages are logged again. PostgreSQL manual, \"WAL "
        + "Configuration\".";

    public override string Instead => "alter system set max_wal_size = '8GB'; select pg_reload_conf();";

    public override string Sql => SqlFor(14);

    public override string SqlFor(int version) =>
        $"""
            select
                'max_wal_size' as subject,
                format('is %s; %s of %s checkpoints came before their time since %s', current_setting('max_wal_size'), c.requested,
                    c.timed + c.requested, to_char(c.stats_reset, 'YYYY-MM-DD')) as detail,
                c.requested::float8 as weight
            from {CheckpointCounts.For(version)} as c
            where pg_size_bytes(current_setting('max_wal_size')) < 4::bigint * 1024 * 1024 * 1024
                and c.requested >= 10 and c.requested > 0.1 * (c.timed + c.requested)
            """;
}
