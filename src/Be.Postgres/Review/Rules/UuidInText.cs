namespace Be.Postgres.Review.Rules;

internal sealed class UuidInText : ReviewRule
{
    private const string Uuid = "^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$";

    public override string Id => "uuid-in-text";

    public override Area Area => Area.Schema;

    public override Urgency Urgency => Urgency.Advice;

    public override string Title => "A column of text holds UUIDs.";

    public override string Why =>
        "As text a UUID takes 37 bytes where uuid takes 16, in the table and in every index; it compares by collation, and two "
        + "spellings of one value are two values. PostgreSQL manual, \"UUID Type\".";

    public override string Instead => "uuid: a new column, filled in batches with the_old::uuid, then used in place of this one";

    /// <summary>By the values of the statistics; by its name only where there are none.</summary>
    public override string Sql =>
        $"""
            select
                {Own.Column} as subject,
                format('%s, %s, in a table of %s', format_type(a.atttypid, a.atttypmod), hint.why, {Own.About}) as detail,
                {Own.Rows} as weight
            from {Own.Columns}
            left join pg_stats s on s.schemaname = n.nspname and s.tablename = c.relname and s.attname = a.attname and s.inherited = (c.relkind = 'p')
            cross join lateral (
                select
                    case
                        when sample.matches then format('all of the %s values that analyze kept are UUIDs', sample.size)
                        when format_type(a.atttypid, a.atttypmod) = 'character(36)' then 'as long as a UUID'
                        when a.attname ~* '(^|_)(uuid|guid)($|_)' and sample.size = 0 then 'going by its name'
                    end as why
                from (
                    select count(*) as size, coalesce(bool_and(value ~* '{Uuid}'), false) as matches
                    from unnest(s.most_common_vals::text::text[] || s.histogram_bounds::text::text[]) as value
                ) as sample
            ) as hint
            where a.atttypid in ('text'::regtype, 'varchar'::regtype, 'bpchar'::regtype) and hint.why is not null
            order by weight desc, subject
            """;

    public override string? Hidden => Own.HiddenStatistics;
}
