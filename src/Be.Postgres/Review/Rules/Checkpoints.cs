namespace Be.Postgres.Review.Rules;

internal sealed class Checkpoints : ReviewRule
{
    public override string Id => "checkpoints";

    public override Area Area => Area.Activity;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "Most checkpoints are forced.";

    public override string Why =>
        "Forced ones write at once what timed ones spread over minutes, and after each of them whole pages are logged again. PostgreSQL "
        + "manual, \"WAL Configuration\".";

    public override string Instead =>
        "raise max_wal_size (wal-size), and checkpoint_timeout to 15 min or more; look who calls checkpoint, starts base backups or creates "
        + "databases all the time";

    public override string Sql => SqlFor(14);

    public override string SqlFor(int version) =>
        $"""
            select
                'checkpoints' as subject,
                format('%s of %s were forced since %s', c.requested, c.timed + c.requested, to_char(c.stats_reset, 'YYYY-MM-DD')) as detail,
                c.requested::float8 as weight
            from {CheckpointCounts.For(version)} as c
            where c.requested >= 10 and c.requested > c.timed
            """;
}
