using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class ExclusionBuildsIndex : Rule
{
    public override string Id => "exclusion-builds-index";

    public override Severity Severity => Severity.Error;

    public override string Title => "An exclusion constraint of a table in use builds its index at once.";

    public override string Blocks =>
        "ACCESS EXCLUSIVE on the table: nobody reads or writes it while its index is built and every row compared.";

    public override string Why =>
        "There is no concurrent way: 'using index' takes no exclusion constraint, and 'not valid' neither. PostgreSQL manual, alter table.";

    public override string Instead =>
        """
            Make a table that has the constraint from its beginning, write to both with a trigger, copy the rows in batches, then swap the names.
            Or add it while nobody works, with a statement_timeout that says how long that may take.
            """;

    public override IEnumerable<Hit> Check(StatementContext statement) =>
        statement
            .ActionsOf<AddConstraint>()
            .Where(add => add.Action.Constraint.Kind == ConstraintKind.Exclusion)
            .Select(add => new Hit($"Nobody reads or writes {add.Table} while {add.Action.Constraint.Name ?? "the constraint"} is built.")
            {
                Table = add.Table,
            });
}
