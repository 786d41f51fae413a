namespace Be.Postgres.Review.Rules;

internal sealed class MissingRowSecurity : ReviewRule
{
    public override string Id => "missing-row-security";

    public override Area Area => Area.Security;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "Row level security is there in part.";

    public override string Why =>
        "Policies do nothing until it is on, so every role that may select sees all rows; without a policy nobody but the "
        + "owner sees any; a table beside others that have it was probably forgotten. PostgreSQL manual, \"Row Security "
        + "Policies\".";

    public override string Instead =>
        "alter table … enable row level security once a policy lets in whom it should; create policy … for a table that has none";

    public override string Sql =>
        $"""
            select
                format('%I.%I', n.nspname, c.relname) as subject,
                case
                    when c.relrowsecurity then 'it is on, and there is no policy: only the owner sees rows'
                    when policies.count > 0 then format('%s policies (%s), and it is off: nobody enforces them', policies.count, policies.names)
                    else format('it is off; %s other tables of the schema have it on', protected.count)
                end as detail,
                {Own.Rows} as weight,
                case when policies.count > 0 then 'now' else 'soon' end as urgency
            from {Own.Tables}
            cross join lateral (
                select count(*) as count, string_agg(quote_ident(p.polname), ', ' order by p.polname) as names
                from pg_policy p
                where p.polrelid = c.oid
            ) as policies
            left join (
                select relnamespace, count(*) as count from pg_class where relrowsecurity and not relispartition group by relnamespace
            ) as protected on protected.relnamespace = c.relnamespace
            where c.relrowsecurity <> (policies.count > 0) or not c.relrowsecurity and protected.count > 0
            order by weight desc, subject
            """;
}
