namespace Be.Postgres.Review.Rules;

internal sealed class PrimaryKeyNotFirst : ReviewRule
{
    public override string Id => "primary-key-not-first";

    public override Area Area => Area.Schema;

    public override Urgency Urgency => Urgency.Advice;

    public override string Title => "The primary key is not the first of the columns.";

    public override string Why =>
        "Whoever reads a table, an export or select * looks for the key in front; tools that match rows by position take the "
        + "first column for it. pg-index-health, \"tables where the primary key columns are not first\".";

    public override string Instead => "PostgreSQL cannot move a column: put it first when the table is made anew, or leave it";

    public override string Sql =>
        $"""
            select
                format('%I.%I', n.nspname, c.relname) as subject,
                format('%s: column %s of %s', columns.names, columns.positions, columns.count) as detail,
                {Own.Rows} as weight
            from {Own.Tables}
            join pg_index i on i.indrelid = c.oid and i.indisprimary
            cross join lateral (
                select
                    count(*) as count,
                    max(position) filter (where is_key) as last,
                    string_agg(quote_ident(attname), ', ' order by position) filter (where is_key) as names,
                    string_agg(position::text, ', ' order by position) filter (where is_key) as positions
                from (
                    select a.attname, row_number() over (order by a.attnum) as position,
                        a.attnum = any ((i.indkey::int2[])[0:i.indnkeyatts - 1]) as is_key
                    from pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                ) as columns
            ) as columns
            where columns.last > i.indnkeyatts
            order by weight desc, subject
            """;
}
