using SqlNames = Be.Scaffolding.Model.Sql;

namespace Be.Postgres.Review.Rules;

internal sealed class NotValidConstraint : ReviewRule
{
    public override string Id => "not-valid-constraint";

    public override Area Area => Area.Integrity;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "A constraint was added not valid, and never validated.";

    public override string Why =>
        "It holds for new rows only: those that were there may break it, so neither readers nor the planner can rely on it. "
        + "PostgreSQL manual, alter table, validate constraint.";

    public override string Instead =>
        "look for rows that break it, mend them, then alter table … validate constraint, which blocks neither readers nor writers";

    /// <summary>From PostgreSQL 18 one may be not enforced at all: then there is nothing to validate.</summary>
    public override string Sql =>
        $"""
            select
                format('%I.%I', n.nspname, c.relname) as subject,
                format('%I: %s', k.conname, pg_get_constraintdef(k.oid)) as detail,
                {Own.Rows} as weight,
                c.relname as table,
                k.conname as name
            from {Own.Tables}
            join pg_constraint k on k.conrelid = c.oid and k.contype in ('c', 'f', 'n') and k.conparentid = 0 and k.conislocal
            where not k.convalidated and coalesce(to_jsonb(k) ->> 'conenforced', 'true') = 'true'
            order by weight desc, subject
            """;

    public override MigrationPair Fix(ReviewRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new MigrationPair(
            $"validate_{row.Text("table")}_{row.Text("name")}",
            $"alter table {row.Subject} validate constraint {SqlNames.Quote(row.Text("name"))};",
            "-- A constraint cannot be made unvalidated.\nselect 1;",
            Timeout: "0"
        );
    }
}
