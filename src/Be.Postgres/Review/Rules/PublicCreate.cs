namespace Be.Postgres.Review.Rules;

internal sealed class PublicCreate : ReviewRule
{
    public override string Id => "public-create";

    public override Area Area => Area.Security;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "Every role may create objects in a schema.";

    public override string Why =>
        "Whoever can connect can put a table or function there that others take for the one they meant. PostgreSQL manual, "
        + "\"Schemas\", usage patterns; until version 14 the schema public comes that way (CVE-2018-1058).";

    public override string Instead => "revoke create on schema … from public; grant it to the role that runs migrations";

    public override string Sql =>
        $"""
            select
                quote_ident(n.nspname) as subject,
                format('owned by %I; %s tables', r.rolname, tables.count) as detail,
                tables.count::float8 as weight,
                n.nspname as name
            from pg_namespace n
            join pg_roles r on r.oid = n.nspowner
            cross join lateral (
                select count(*) as count from pg_class c where c.relnamespace = n.oid and c.relkind in ('r', 'p')
            ) as tables
            where {Own.Schema("n")} and {Own.Object("pg_namespace", "n.oid")} and has_schema_privilege('public', n.oid, 'create')
            order by weight desc, subject
            """;

    public override MigrationPair Fix(ReviewRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new MigrationPair(
            $"revoke_create_on_{row.Text("name")}",
            $"revoke create on schema {row.Subject} from public;",
            $"grant create on schema {row.Subject} to public;"
        );
    }
}
