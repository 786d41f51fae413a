namespace Be.Postgres.Review.Rules;

internal sealed class NeverVacuumed : ReviewRule
{
    public override string Id => "never-vacuumed";

    public override Area Area => Area.Maintenance;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "A table with rows was never vacuumed.";

    public override string Why =>
        "Dead rows stay, index-only scans have no visibility map to go by, and transaction ids age. Autovacuum comes after 50 dead rows and "
        + "a fifth of the table, or 1,000 new ones: it is off, or cannot. PostgreSQL manual, \"Routine Vacuuming\".";

    public override string Instead =>
        """
            vacuum (analyze) …
            then find out why autovacuum does not come: autovacuum-off, a transaction that is open for long, a lock that it gives way to
            """;

    public override string Sql =>
        $"""
            select
                format('%I.%I', s.schemaname, s.relname) as subject,
                format('about %s rows, %s of them dead', s.n_live_tup + s.n_dead_tup, s.n_dead_tup)
                    || coalesce(
                        '; statistics since '
                            || (select to_char(d.stats_reset, 'YYYY-MM-DD') from pg_stat_database d where d.datname = current_database()),
                        ''
                    ) as detail,
                (s.n_live_tup + s.n_dead_tup)::float8 as weight
            from pg_stat_user_tables s
            where s.n_live_tup + s.n_dead_tup > 1000 and s.last_vacuum is null and s.last_autovacuum is null
                and s.schemaname !~ '^pg_temp' and {Own.Object("pg_class", "s.relid")}
            order by weight desc, subject
            """;
}
