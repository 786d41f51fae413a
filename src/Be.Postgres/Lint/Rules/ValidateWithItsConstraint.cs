using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class ValidateWithItsConstraint : Rule
{
    public override string Id => "validate-with-its-constraint";

    public override Severity Severity => Severity.Error;

    public override string Title => "A constraint is validated in the transaction that adds it.";

    public override string Blocks =>
        "The lock that added it (ACCESS EXCLUSIVE, for a foreign key SHARE ROW EXCLUSIVE on both tables) while all of the table is read.";

    public override string Why =>
        "Locks are held until the transaction ends, so that 'not valid' wins nothing here. PostgreSQL manual, \"Explicit Locking\".";

    public override string Instead => "'validate constraint' in the next file.";

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (!statement.InTransaction)
            yield break;
        var added = statement.Before.Append(statement).Select(before => before.Statement).OfType<AlterTable>().ToList();
        foreach (var (table, validate) in statement.ActionsOf<ValidateConstraint>())
        {
            var isNew = added.Exists(alter =>
                alter.Table.Matches(table)
                && alter.Actions.OfType<AddConstraint>().Any(add => add.Constraint.NotValid && add.Constraint.Name == validate.Constraint)
            );
            if (isNew)
                yield return new Hit($"The lock that added {validate.Constraint} is held while all rows of {table} are read.")
                {
                    Table = table,
                };
        }
    }
}
