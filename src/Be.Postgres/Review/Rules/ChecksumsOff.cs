namespace Be.Postgres.Review.Rules;

internal sealed class ChecksumsOff : ReviewRule
{
    public override string Id => "checksums-off";

    public override Area Area => Area.Settings;

    public override Urgency Urgency => Urgency.Advice;

    public override string Title => "Pages have no checksums.";

    public override string Why =>
        "A page that the disk changed is read as if it were right, copied to backups, and found when it is too late. PostgreSQL manual, "
        + "\"Data Checksums\"; since 18 initdb turns them on.";

    public override string Instead => "pg_checksums --enable, while the server is stopped; on a standby first, then switch over";

    public override string Sql =>
        """
            select s.name as subject, 'is off: damage by disks is not noticed' as detail, 1::float8 as weight
            from pg_settings s
            where s.name = 'data_checksums' and s.reset_val = 'off'
            """;
}
