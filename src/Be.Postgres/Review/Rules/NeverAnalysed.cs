namespace Be.Postgres.Review.Rules;

internal sealed class NeverAnalysed : ReviewRule
{
    public override string Id => "never-analysed";

    public override Area Area => Area.Maintenance;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "A table with rows was never analysed.";

    public override string Why =>
        "Without statistics the planner guesses how many rows a condition leaves, and takes the wrong index or join. PostgreSQL manual, "
        + "\"Statistics Used by the Planner\".";

    public override string Instead =>
        "analyze …; of a partitioned table after each large change of its partitions, since autovacuum never analyses the parent";

    public override string Sql =>
        $"""
            select
                format('%I.%I', n.nspname, c.relname) as subject,
                format('about %s rows', counted.rows)
                    || case c.relkind when 'p' then ' in its partitions; autovacuum leaves the parent out' else '' end as detail,
                counted.rows::float8 as weight,
                c.relname as name
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_stat_user_tables s on s.relid = c.oid
            cross join lateral (
                select
                    case c.relkind
                        when 'p' then (select sum(leaf.n_live_tup)
                            from pg_partition_tree(c.oid) p join pg_stat_user_tables leaf on leaf.relid = p.relid and p.isleaf)
                        else s.n_live_tup
                    end as rows
            ) as counted
            where c.relkind in ('r', 'p') and counted.rows > 1000 and s.last_analyze is null and s.last_autoanalyze is null
                and {Own.Schema("n")} and {Own.Object("pg_class", "c.oid")}
            order by weight desc, subject
            """;

    public override MigrationPair Fix(ReviewRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new MigrationPair(
            $"analyse_{row.Text("name")}",
            $"analyze {row.Subject};",
            "-- Statistics are only known better.\nselect 1;"
        );
    }
}
