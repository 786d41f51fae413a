namespace Be.Postgres.Review.Rules;

internal sealed class LongIdentifier : ReviewRule
{
    /// <summary>What ends a name that was shortened on purpose, as <c>be</c> and EF Core do.</summary>
    private const string Hash = "_[0-9a-f]{8}$|~[0-9]*$";

    public override string Id => "long-identifier";

    public override Area Area => Area.Schema;

    public override Urgency Urgency => Urgency.Advice;

    public override string Title => "A name is as long as PostgreSQL allows.";

    public override string Why =>
        "What is longer than 63 bytes is cut without an error: the name is probably not the one that was written, and the next "
        + "one may be cut to the same. PostgreSQL manual, \"Identifiers and Key Words\".";

    public override string Instead =>
        "alter … rename to a shorter name; code that names it (on conflict on constraint, error handling) changes with it";

    public override string Sql =>
        $"""
            with names as (
                select format('%I.%I', n.nspname, c.relname) as subject, c.relname as name, 'table' as kind
                from {Own.Tables}
                union all
                select {Own.Column}, a.attname, 'column'
                from {Own.Columns}
                union all
                select {Own.Index}, x.relname, 'index'
                from {Own.Indexes}
                union all
                select format('%I.%I', n.nspname, c.relname), k.conname, 'constraint'
                from {Own.Tables}
                join pg_constraint k on k.conrelid = c.oid and k.contype in ('c', 'f') and k.conparentid = 0 and k.conislocal
                union all
                select format('%I.%I', n.nspname, p.proname), p.proname, 'function'
                from pg_proc p
                join pg_namespace n on n.oid = p.pronamespace and {Own.Schema("n")} and {Own.Object("pg_proc", "p.oid")}
            )
            select subject, format('%s %I has %s bytes', kind, name, octet_length(name::text)) as detail, octet_length(name::text)::float8 as weight
            from names
            where octet_length(name::text) >= current_setting('max_identifier_length')::int and name !~ '{Hash}'
            order by weight desc, subject
            """;
}
