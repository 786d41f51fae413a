namespace Be.Postgres.Review.Rules;

internal sealed class AutovacuumOff : ReviewRule
{
    public override string Id => "autovacuum-off";

    public override Area Area => Area.Maintenance;

    public override Urgency Urgency => Urgency.Now;

    public override string Title => "Autovacuum is off.";

    public override string Why =>
        "Tables grow without end, the planner works with old numbers, and in the end transaction ids run out. PostgreSQL manual, \"The "
        + "Autovacuum Daemon\".";

    public override string Instead =>
        """
            of the server: alter system set autovacuum = on; alter system set track_counts = on; select pg_reload_conf();
            of a table: alter table … reset (autovacuum_enabled)
            """;

    public override string Sql =>
        $"""
            select s.name as subject, 'is off for the whole server' as detail, 1e15::float8 as weight, null as table
            from pg_settings s
            where s.name in ('autovacuum', 'track_counts') and s.setting = 'off'
            union all
            select
                format('%I.%I', n.nspname, c.relname),
                format('autovacuum_enabled is off for it; it has %s', pg_size_pretty(pg_table_size(c.oid))),
                pg_table_size(c.oid),
                c.relname
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            cross join lateral pg_options_to_table(c.reloptions) as o
            where c.relkind in ('r', 'm') and case o.option_name when 'autovacuum_enabled' then not o.option_value::boolean else false end
                and {Own.Schema("n")} and {Own.Object("pg_class", "c.oid")}
            order by weight desc, subject
            """;

    /// <summary>The server's own setting is no migration's.</summary>
    public override MigrationPair? Fix(ReviewRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Text("table") is { Length: > 0 } table
            ? new MigrationPair(
                $"vacuum_{table}_again",
                $"alter table {row.Subject} reset (autovacuum_enabled);",
                $"alter table {row.Subject} set (autovacuum_enabled = false);"
            )
            : null;
    }
}
