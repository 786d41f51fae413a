namespace Be.Postgres.Review.Rules;

internal sealed class DefinerSearchPath : ReviewRule
{
    public override string Id => "definer-search-path";

    public override Area Area => Area.Security;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "A security definer function takes its search_path from the caller.";

    public override string Why =>
        "It runs with its owner's rights, and finds tables, functions and operators in whatever schema the caller puts first: "
        + "a caller can have it run code of their own. PostgreSQL manual, create function, \"Writing SECURITY DEFINER Functions "
        + "Safely\".";

    public override string Instead =>
        "alter function … set search_path = the_schemas_it_needs, pg_temp; revoke execute on it from public, and grant it to "
        + "those who need it";

    /// <summary>A body of <c>begin atomic</c> is bound to its objects when it is made.</summary>
    public override string Sql =>
        $"""
            select
                format('%I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)) as subject,
                format(
                    'runs as %I%s; %s may execute it',
                    r.rolname,
                    case when r.rolsuper then ', a superuser' end,
                    case when has_function_privilege('public', p.oid, 'execute') then 'everybody' else 'some roles' end
                ) as detail,
                (r.rolsuper::int + has_function_privilege('public', p.oid, 'execute')::int)::float8 as weight
            from pg_proc p
            join pg_roles r on r.oid = p.proowner
            join pg_namespace n on n.oid = p.pronamespace and {Own.Schema("n")} and {Own.Object("pg_proc", "p.oid")}
            where p.prosecdef and p.prosqlbody is null
                and not exists (select from unnest(p.proconfig) as setting where setting like 'search\_path=%')
            order by weight desc, subject
            """;
}
