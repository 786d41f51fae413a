namespace Be.Postgres.Review.Rules;

internal sealed class FullPageWritesOff : ReviewRule
{
    public override string Id => "full-page-writes-off";

    public override Area Area => Area.Settings;

    public override Urgency Urgency => Urgency.Now;

    public override string Title => "Pages are not logged whole.";

    public override string Why =>
        "A page that was half written when the machine stopped cannot be repaired from the log. PostgreSQL manual, \"Write Ahead Log\" "
        + "(full_page_writes).";

    public override string Instead => "alter system set full_page_writes = on; select pg_reload_conf();";

    public override string Sql =>
        """
            select s.name as subject, 'is off: half-written pages stay broken' as detail, 1::float8 as weight
            from pg_settings s
            where s.name = 'full_page_writes' and s.reset_val = 'off'
            """;
}
