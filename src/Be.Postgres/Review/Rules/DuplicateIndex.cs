namespace Be.Postgres.Review.Rules;

internal sealed class DuplicateIndex : ReviewRule
{
    public override string Id => "duplicate-index";

    public override Area Area => Area.Indexes;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "Two indexes are the same but for their names.";

    public override string Why =>
        "Every write keeps both up to date, both take memory and space, and the planner needs one. PostgreSQL wiki, \"Index "
        + "Maintenance\", duplicate indexes.";

    public override string Instead =>
        "drop index concurrently for the one that no constraint stands on; where both belong to constraints, drop the "
        + "constraint that no foreign key leads to";

    /// <summary>
    /// The same table, method, columns or expressions, classes, collations, order, condition and uniqueness. What a constraint needs is kept, else
    /// the oldest.
    /// </summary>
    public override string Sql =>
        $"""
            with indexes as (
                select
                    {Own.Index} as subject,
                    x.relname as name,
                    x.relkind,
                    i.indexrelid,
                    {Own.IsNeeded("i")} as is_needed,
                    {Own.IndexDefinition} as definition,
                    row(
                        i.indrelid, x.relam, i.indkey, i.indnkeyatts, i.indclass, i.indcollation, i.indoption, i.indisunique, i.indimmediate,
                        pg_get_expr(i.indexprs, i.indrelid), pg_get_expr(i.indpred, i.indrelid), to_jsonb(i) -> 'indnullsnotdistinct'
                    )::text as sameness
                from {Own.Indexes}
            ),
            ranked as (
                select indexes.*, row_number() over same as rank, first_value(name) over same as kept
                from indexes
                window same as (partition by sameness order by is_needed desc, indexrelid)
            )
            select
                subject,
                format('does what %I does; it takes %s', kept, pg_size_pretty(pg_relation_size(indexrelid))) as detail,
                pg_relation_size(indexrelid)::float8 as weight,
                name,
                definition,
                is_needed or relkind = 'I' as stays
            from ranked
            where rank > 1
            order by weight desc, subject
            """;

    public override MigrationPair? Fix(ReviewRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Is("stays")
            ? null
            : new MigrationPair(
                "drop_" + row.Text("name"),
                $"drop index concurrently if exists {row.Subject};",
                row.Text("definition") + ";",
                InTransaction: false
            );
    }
}
