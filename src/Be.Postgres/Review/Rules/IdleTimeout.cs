namespace Be.Postgres.Review.Rules;

internal sealed class IdleTimeout : ReviewRule
{
    public override string Id => "idle-timeout";

    public override Area Area => Area.Settings;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "A transaction may stay open while its client does nothing.";

    public override string Why =>
        "A client that hangs or forgets keeps locks, and dead rows of every table from vacuum. PostgreSQL manual, \"Statement Behavior\" "
        + "(idle_in_transaction_session_timeout).";

    public override string Instead => "alter role … in database … set idle_in_transaction_session_timeout = '1min'";

    public override string Sql =>
        """
            select s.name as subject, format('is 0 for %I in %I', current_user, current_database()) as detail, 1::float8 as weight
            from pg_settings s
            where s.name = 'idle_in_transaction_session_timeout' and s.reset_val = '0'
            """;
}
