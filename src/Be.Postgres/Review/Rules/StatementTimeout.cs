namespace Be.Postgres.Review.Rules;

internal sealed class StatementTimeout : ReviewRule
{
    public override string Id => "statement-timeout";

    public override Area Area => Area.Settings;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "A statement may run for ever.";

    public override string Why =>
        "One that got a bad plan holds its locks, its connection and dead rows until somebody notices. PostgreSQL manual, \"Statement "
        + "Behavior\" (statement_timeout): set it by role or session, not for the server.";

    public override string Instead =>
        "alter role … in database … set statement_timeout = '30s', for the role of the application; migrations and backups have their own";

    public override string Sql =>
        """
            select s.name as subject, format('is 0 for %I in %I', current_user, current_database()) as detail, 1::float8 as weight
            from pg_settings s
            where s.name = 'statement_timeout' and s.reset_val = '0'
            """;
}
