namespace Be.Postgres.Review.Rules;

/// <param name="seconds">From how long on.</param>
internal sealed class IdleInTransaction(int seconds = 60) : ReviewRule
{
    public override string Id => "idle-in-transaction";

    public override Area Area => Area.Activity;

    public override Urgency Urgency => Urgency.Now;

    public override string Title => "A session does nothing in an open transaction.";

    public override string Why =>
        "It holds its locks, and dead rows of every table from vacuum, until its client comes back, if ever. PostgreSQL manual, \"Statement "
        + "Behavior\" (idle_in_transaction_session_timeout).";

    public override string Instead =>
        """
            select pg_terminate_backend(pid)
            then idle_in_transaction_session_timeout (idle-timeout), and no calls to others between begin and commit
            """;

    public override string Sql =>
        $"""
            select
                format('session %s', a.pid) as subject,
                format('idle for %s, in a transaction since %s: %s', date_trunc('second', clock_timestamp() - a.state_change),
                    to_char(a.xact_start, 'YYYY-MM-DD HH24:MI:SS'),
                    concat_ws(', ', a.usename, nullif(a.application_name, ''), host(a.client_addr))) as detail,
                extract(epoch from clock_timestamp() - a.state_change)::float8 as weight
            from pg_stat_activity a
            where a.state ~ '^idle in transaction' and a.pid <> pg_backend_pid()
                and a.state_change < clock_timestamp() - make_interval(secs => {seconds})
            order by weight desc, subject
            """;

    public override string Hidden => Own.HiddenActivity;
}
