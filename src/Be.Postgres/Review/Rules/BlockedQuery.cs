namespace Be.Postgres.Review.Rules;

/// <param name="seconds">From how long on.</param>
internal sealed class BlockedQuery(int seconds = 10) : ReviewRule
{
    public override string Id => "blocked-query";

    public override Area Area => Area.Activity;

    public override Urgency Urgency => Urgency.Now;

    public override string Title => "A session waits for a lock.";

    public override string Why =>
        "What it was asked to do does not happen, and whatever wants a conflicting lock queues behind it. PostgreSQL manual, \"Explicit "
        + "Locking\"; pg_blocking_pids.";

    public override string Instead =>
        """
            look at what blocks: select * from pg_stat_activity where pid = any (pg_blocking_pids(…));
            end it with pg_cancel_backend or pg_terminate_backend
            then lock_timeout for migrations, shorter transactions, the same order of rows in all of them
            """;

    public override string Sql =>
        $"""
            select
                format('session %s', a.pid) as subject,
                format(
                    'waits for %s for %s of %s; blocked by %s', date_trunc('second', clock_timestamp() - w.since), w.mode,
                    coalesce(w.relation, w.locktype),
                    array_to_string(pg_blocking_pids(w.pid), ', ')
                ) as detail,
                extract(epoch from clock_timestamp() - w.since)::float8 as weight
            from (
                select distinct on (l.pid) l.pid, l.waitstart as since, l.mode, l.locktype,
                    case when c.oid is not null then format('%I.%I', n.nspname, c.relname) end as relation
                from pg_locks l
                left join pg_class c on c.oid = l.relation and l.database = (select d.oid from pg_database d where d.datname = current_database())
                left join pg_namespace n on n.oid = c.relnamespace
                where not l.granted and l.waitstart < clock_timestamp() - make_interval(secs => {seconds})
                order by l.pid, l.waitstart
            ) as w
            join pg_stat_activity a on a.pid = w.pid
            order by weight desc, subject
            """;
}
