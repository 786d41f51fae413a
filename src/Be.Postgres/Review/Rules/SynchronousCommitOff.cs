namespace Be.Postgres.Review.Rules;

internal sealed class SynchronousCommitOff : ReviewRule
{
    public override string Id => "synchronous-commit-off";

    public override Area Area => Area.Settings;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "Commits are acknowledged before they are on disk.";

    public override string Why =>
        "A crash loses up to three times wal_writer_delay of what callers were told is done. PostgreSQL manual, \"Asynchronous Commit\".";

    public override string Instead =>
        "alter system set synchronous_commit = on; then, where a loss is fine, set local synchronous_commit = off in that transaction";

    public override string Sql =>
        """
            select s.name as subject, 'is off for new sessions of this role' as detail, 1::float8 as weight
            from pg_settings s
            where s.name = 'synchronous_commit' and s.reset_val = 'off'
            """;
}
