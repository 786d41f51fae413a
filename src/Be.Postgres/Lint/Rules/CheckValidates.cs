using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class CheckValidates : Rule
{
    public override string Id => "check-validates";

    public override Severity Severity => Severity.Error;

    public override string Title => "A check of a table in use is tried on all its rows at once.";

    public override string Blocks => "ACCESS EXCLUSIVE on the table: nobody reads or writes it while all of it is read.";

    public override string Why =>
        "A check that is 'not valid' holds for new rows at once; validating it later blocks neither reads nor writes. The check of a new column is "
        + "tried on all rows, too, although they all hold the same. PostgreSQL manual, alter table, notes.";

    public override string Instead =>
        """
            In one file:

            alter table sales.orders add constraint orders_total_check check (total >= 0) not valid;

            In the next:

            alter table sales.orders validate constraint orders_total_check;
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        foreach (var (table, action) in statement.ActionsOf<TableAction>())
        {
            if (action is AddConstraint { Constraint: { Kind: ConstraintKind.Check, NotValid: false } })
            {
                var at = ((AlterTable)statement.Statement).Actions.ToList().IndexOf(action);
                yield return new Hit($"Nobody reads or writes {table} while a check is tried on all its rows.")
                {
                    Table = table,
                    Rewrite = StatementText.AppendTo(statement.Text, at, "not valid"),
                    IsMechanical = true,
                };
            }
            else if (action is AddColumn { Column: var column } && column.Constraint<CheckColumn>() is not null)
                yield return new Hit($"Nobody reads or writes {table} while the check of {column.Name} is tried on all its rows.")
                {
                    Table = table,
                };
        }
    }
}
