namespace Be.Postgres.Review.Rules;

internal sealed class ColumnNeedsQuotes : ReviewRule
{
    public override string Id => "column-needs-quotes";

    public override Area Area => Area.Schema;

    public override Urgency Urgency => Urgency.Advice;

    public override string Title => "A name of a table or column must be written in double quotes.";

    public override string Why =>
        "It holds capitals, spaces or signs, or is a word of SQL: unquoted it is another name or a syntax error, in every "
        + "query by hand, every tool and every migration. PostgreSQL wiki, \"Don't Do This\", upper case table or column names.";

    public override string Instead =>
        "snake_case: alter table … rename in one release with a view of the old name, or rename when no other code reads it";

    public override string Sql =>
        $"""
            with keywords as materialized (
                select word from pg_get_keywords() where catcode = 'C'
            )
            select
                format('%I.%I', n.nspname, c.relname) as subject,
                concat_ws(
                    '; ',
                    case when {NeedsQuotes("c.relname")} then 'the table itself' end,
                    case when columns.count > 0 then format('%s of its columns: %s', columns.count, columns.first) end
                ) as detail,
                (columns.count + ({NeedsQuotes("c.relname")})::int)::float8 as weight
            from {Own.Tables}
            cross join lateral (
                select count(*) as count, string_agg(quote_ident(a.attname), ', ' order by a.attnum) filter (where number <= 5) as first
                from (
                    select a.attname, a.attnum, row_number() over (order by a.attnum) as number
                    from pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attislocal and {NeedsQuotes("a.attname")}
                ) as a
            ) as columns
            where columns.count > 0 or {NeedsQuotes("c.relname")}
            order by weight desc, subject
            """;

    /// <summary><c>quote_ident</c> quotes words that are fine as names of columns, too, such as <c>position</c>.</summary>
    private static string NeedsQuotes(string name) =>
        $"(quote_ident({name}) <> {name} and not exists (select from keywords where word = {name}))";
}
