namespace Be.Postgres.Review.Rules;

internal sealed class AllNullableTable : ReviewRule
{
    public override string Id => "all-nullable-table";

    public override Area Area => Area.Schema;

    public override Urgency Urgency => Urgency.Advice;

    public override string Title => "Every column but the key may be null.";

    public override string Why =>
        "A row that says nothing is valid there, and every reader must think of null everywhere; a constraint that is left out "
        + "is seldom meant. PostgreSQL manual, \"Not-Null Constraints\": in most designs the majority of columns should be "
        + "marked not null.";

    public override string Instead =>
        "check (the_column is not null) not valid, validated in a later migration, then alter column … set not null, for each "
        + "column that every row has";

    public override string Sql =>
        $"""
            select
                format('%I.%I', n.nspname, c.relname) as subject,
                format('all %s columns besides the key, in a table of %s', columns.others, {Own.About}) as detail,
                {Own.Rows} as weight
            from {Own.Tables}
            left join pg_index i on i.indrelid = c.oid and i.indisprimary
            cross join lateral (
                select count(*) as others, count(*) filter (where a.attnotnull) as required
                from pg_attribute a
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attnum <> all (coalesce(i.indkey::int2[], array[]::int2[]))
            ) as columns
            where columns.others > 1 and columns.required = 0
            order by weight desc, subject
            """;
}
