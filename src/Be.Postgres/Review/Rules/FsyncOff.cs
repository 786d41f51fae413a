namespace Be.Postgres.Review.Rules;

internal sealed class FsyncOff : ReviewRule
{
    public override string Id => "fsync-off";

    public override Area Area => Area.Settings;

    public override Urgency Urgency => Urgency.Now;

    public override string Title => "What is written is not made to reach the disk.";

    public override string Why =>
        "A crash of the machine may leave a database that cannot be repaired. PostgreSQL manual, \"Write Ahead Log\" (fsync).";

    public override string Instead => "alter system set fsync = on; select pg_reload_conf(); then a new base backup";

    public override string Sql =>
        """
            select s.name as subject, 'is off: what was written may never reach the disk' as detail, 1::float8 as weight
            from pg_settings s
            where s.name = 'fsync' and s.reset_val = 'off'
            """;
}
