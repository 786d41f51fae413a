namespace Be.Postgres.Review.Rules;

internal sealed class AutovacuumScaleFactor : ReviewRule
{
    public override string Id => "autovacuum-scale-factor";

    public override Area Area => Area.Maintenance;

    public override Urgency Urgency => Urgency.Advice;

    public override string Title => "Autovacuum comes to a large table only after a fifth of it is dead.";

    public override string Why =>
        "The default, autovacuum_vacuum_scale_factor = 0.2, lets millions of dead rows gather, and then each vacuum takes long. PostgreSQL "
        + "manual, \"The Autovacuum Daemon\".";

    public override string Instead => "alter table … set (autovacuum_vacuum_scale_factor = 0.02)";

    public override string Sql =>
        $"""
            select
                format('%I.%I', n.nspname, c.relname) as subject,
                format('about %s rows; vacuumed after %s dead ones', c.reltuples::bigint,
                    (c.reltuples * current_setting('autovacuum_vacuum_scale_factor')::float8)::bigint) as detail,
                c.reltuples::float8 as weight,
                c.relname as table
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and c.reltuples > 5000000 and current_setting('autovacuum_vacuum_scale_factor')::float8 >= 0.1
                and not exists (select from pg_options_to_table(c.reloptions) o where o.option_name = 'autovacuum_vacuum_scale_factor')
                and {Own.Schema("n")} and {Own.Object("pg_class", "c.oid")}
            order by weight desc, subject
            """;

    public override MigrationPair Fix(ReviewRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new MigrationPair(
            $"vacuum_{row.Text("table")}_sooner",
            $"alter table {row.Subject} set (autovacuum_vacuum_scale_factor = 0.02);",
            $"alter table {row.Subject} reset (autovacuum_vacuum_scale_factor);"
        );
    }
}
