namespace Be.Postgres.Review.Rules;

internal sealed class Wraparound : ReviewRule
{
    public override string Id => "wraparound";

    public override Area Area => Area.Maintenance;

    public override Urgency Urgency => Urgency.Now;

    public override string Title => "Transaction ids are running out.";

    public override string Why =>
        "A row may be 2^31 transactions old; before that PostgreSQL refuses all writes to save it. Vacuum freezes rows far earlier, unless "
        + "it cannot keep up or an old transaction, slot or prepared transaction holds it. PostgreSQL manual, \"Preventing Transaction ID "
        + "Wraparound Failures\".";

    public override string Instead =>
        """
            end what holds the oldest transaction: long-transaction, idle-in-transaction, replication-slot-behind, pg_prepared_xacts
            then vacuum (freeze, verbose) …, the oldest table first
            """;

    public override string Sql =>
        $"""
            with tables as (
                select
                    format('%I.%I', n.nspname, c.relname) as subject,
                    greatest(age(c.relfrozenxid), age(t.relfrozenxid)) as ids,
                    greatest(mxid_age(c.relminmxid), mxid_age(t.relminmxid)) as multixacts
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                left join pg_class t on t.oid = c.reltoastrelid
                where c.relkind in ('r', 'm') and {Own.Schema("n")}
                order by greatest(age(c.relfrozenxid), age(t.relfrozenxid)) desc
                limit 20
            ),
            ages as (
                select * from tables
                union all
                select format('database %I', d.datname), age(d.datfrozenxid), mxid_age(d.datminmxid) from pg_database d
            )
            select
                subject,
                format('its oldest row is %s transactions and %s multixacts old; at %s writing ends', ids, multixacts, 2147483648) as detail,
                greatest(ids, multixacts)::float8 as weight,
                case when greatest(ids, multixacts) > 1000000000 then 'now' else 'soon' end as urgency
            from ages
            where ids > least(1.5 * current_setting('autovacuum_freeze_max_age')::float8, 1000000000)
                or multixacts > least(1.5 * current_setting('autovacuum_multixact_freeze_max_age')::float8, 1000000000)
            order by weight desc, subject
            """;
}
