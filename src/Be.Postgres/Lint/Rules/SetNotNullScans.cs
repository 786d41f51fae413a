using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class SetNotNullScans : Rule
{
    public override string Id => "set-not-null-scans";

    public override Severity Severity => Severity.Error;

    public override string Title => "A column of a table in use is made not null without a check that proves it.";

    public override string Blocks => "ACCESS EXCLUSIVE on the table: nobody reads or writes it while all of it is searched for nulls.";

    public override string Why =>
        "Where a valid check says that the column is not null, the search is left out (12 and newer). PostgreSQL manual, alter table, \"set "
        + "not null\".";

    public override string Instead =>
        """
            In one file:

            alter table sales.orders add constraint orders_number_not_null check (number is not null) not valid;

            In the next:

            alter table sales.orders validate constraint orders_number_not_null;

            In the third:

            alter table sales.orders alter column number set not null;
            alter table sales.orders drop constraint orders_number_not_null;

            From version 18 on, 'add constraint … not null number not valid' and a later 'validate constraint' do.
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        foreach (var (table, action) in statement.ActionsOf<TableAction>())
        {
            var column = action switch
            {
                SetNotNull set => set.Column,
                AddConstraint { Constraint: { Kind: ConstraintKind.NotNull, NotValid: false, Columns: [var only] } } => only,
                _ => null,
            };
            if (column is not null && statement.Catalogue.Find(table)?.IsNeverNull(column) is not true)
                yield return new Hit($"Nobody reads or writes {table} while all its rows are searched for nulls in {column}.")
                {
                    Table = table,
                    Rewrite = statement.Statement is AlterTable { Actions: [SetNotNull] } ? Rewrite(table, column) : null,
                };
        }
    }

    private static string Rewrite(ObjectName table, string column)
    {
        var check = StatementText.NewName(table.Name, column, "not_null");
        var quoted = StatementText.Columns([column]);
        return $"""
            alter table {table} add constraint {check} check ({quoted} is not null) not valid;

            -- in the next file:
            alter table {table} validate constraint {check};

            -- in the third:
            alter table {table} alter column {quoted} set not null;
            alter table {table} drop constraint {check};
            """;
    }
}
