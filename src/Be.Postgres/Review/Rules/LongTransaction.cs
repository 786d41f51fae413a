namespace Be.Postgres.Review.Rules;

/// <param name="seconds">From how long on.</param>
internal sealed class LongTransaction(int seconds = 300) : ReviewRule
{
    public override string Id => "long-transaction";

    public override Area Area => Area.Activity;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "A transaction is open for long.";

    public override string Why =>
        "No row that died since it began can be removed, in any table, and its locks are held. PostgreSQL manual, \"Routine Vacuuming\".";

    public override string Instead =>
        """
            select pg_cancel_backend(pid), or pg_terminate_backend(pid); a prepared one: rollback prepared '…'
            then do the work in smaller transactions, and set statement_timeout and (since 17) transaction_timeout
            """;

    public override string Sql =>
        $"""
            select
                format('session %s', a.pid) as subject,
                format('open for %s, %s: %s', date_trunc('second', clock_timestamp() - a.xact_start), a.state,
                    concat_ws(', ', a.usename, nullif(a.application_name, ''), host(a.client_addr))) as detail,
                extract(epoch from clock_timestamp() - a.xact_start)::float8 as weight
            from pg_stat_activity a
            where a.backend_type = 'client backend' and a.pid <> pg_backend_pid() and a.state !~ '^idle'
                and a.xact_start < clock_timestamp() - make_interval(secs => {seconds})
            union all
            select
                format('prepared transaction %L', p.gid),
                format('prepared %s ago by %I in %I', date_trunc('second', clock_timestamp() - p.prepared), p.owner, p.database),
                extract(epoch from clock_timestamp() - p.prepared)
            from pg_prepared_xacts p
            where p.prepared < clock_timestamp() - make_interval(secs => {seconds})
            order by weight desc, subject
            """;

    public override string Hidden => Own.HiddenActivity;
}
