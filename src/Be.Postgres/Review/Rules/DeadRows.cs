namespace Be.Postgres.Review.Rules;

internal sealed class DeadRows : ReviewRule
{
    public override string Id => "dead-rows";

    public override Area Area => Area.Maintenance;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "More than a fifth of a table is dead rows.";

    public override string Why =>
        "Every scan steps over them, and the table grows where it could use their space. Autovacuum should have come: something keeps it "
        + "away, or rows that an old transaction may still see. PostgreSQL manual, \"Routine Vacuuming\".";

    public override string Instead =>
        """
            vacuum (verbose) … says how many dead rows it could not remove yet
            then end what holds them: long-transaction, idle-in-transaction, replication-slot-behind, a prepared transaction
            """;

    public override string Sql =>
        $"""
            select
                format('%I.%I', s.schemaname, s.relname) as subject,
                format(
                    '%s of %s rows (%s %%) are dead; last vacuum %s', s.n_dead_tup, s.n_live_tup + s.n_dead_tup,
                    round(100.0 * s.n_dead_tup / (s.n_live_tup + s.n_dead_tup)),
                    coalesce(to_char(greatest(s.last_vacuum, s.last_autovacuum), 'YYYY-MM-DD HH24:MI'), 'never')
                ) as detail,
                s.n_dead_tup::float8 as weight
            from pg_stat_user_tables s
            where s.n_dead_tup > 1000 and s.n_dead_tup > 0.2 * (s.n_live_tup + s.n_dead_tup)
                and s.schemaname !~ '^pg_temp' and {Own.Object("pg_class", "s.relid")}
            order by weight desc, subject
            """;
}
