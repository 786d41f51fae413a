namespace Be.Postgres.Review.Rules;

internal sealed class InvalidIndex : ReviewRule
{
    public override string Id => "invalid-index";

    public override Area Area => Area.Indexes;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "An index is not valid: building it concurrently has failed.";

    public override string Why =>
        "No query reads it, a unique one does not hold for the rows that were there before, and every write may still keep it "
        + "up to date. PostgreSQL manual, create index, \"Building Indexes Concurrently\".";

    public override string Instead =>
        "mend what stopped it (rows that are there twice, a deadlock, a timeout), then reindex index concurrently; drop what "
        + "reindex left behind (…_ccnew, …_ccold)";

    /// <summary>
    /// A partitioned index is valid once all partitions have theirs. Of a build under way a role may see no more than that there is one:
    /// then any invalid index could be it.
    /// </summary>
    public override string Sql =>
        $"""
            select
                format('%I.%I', n.nspname, x.relname) as subject,
                format(
                    'on %I, %s, takes %s',
                    c.relname,
                    case
                        when x.relname ~ '_cc(new|old)\d*$' then 'left behind by reindex concurrently'
                        when i.indisunique then 'unique'
                        else 'not unique'
                    end,
                    pg_size_pretty(pg_relation_size(x.oid))
                ) as detail,
                pg_table_size(c.oid)::float8 as weight,
                x.relname as name,
                x.relname ~ '_cc(new|old)\d*$' as is_leftover,
                i.indisexclusion as is_exclusion
            from pg_index i
            join pg_class x on x.oid = i.indexrelid and x.relkind = 'i'
            join pg_class c on c.oid = i.indrelid
            join pg_namespace n on n.oid = c.relnamespace and {Own.Schema("n")} and {Own.Object("pg_class", "c.oid")}
            where not i.indisvalid
                and not exists (
                    select
                    from pg_stat_progress_create_index p
                    where p.datname = current_database() and coalesce(p.relid, i.indrelid) = i.indrelid
                )
            order by weight desc, subject
            """;

    public override MigrationPair? Fix(ReviewRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Is("is_leftover"))
            return new MigrationPair(
                "drop_" + row.Text("name"),
                $"drop index concurrently if exists {row.Subject};",
                "-- What reindex left behind was of no use.\nselect 1;",
                InTransaction: false
            );
        return row.Is("is_exclusion")
            ? null
            : new MigrationPair(
                "reindex_" + row.Text("name"),
                $"reindex index concurrently {row.Subject};",
                "-- An index that is valid stays so.\nselect 1;",
                InTransaction: false
            );
    }
}
