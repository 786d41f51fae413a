using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class GeneratedRewrites : Rule
{
    public override string Id => "generated-rewrites";

    public override Severity Severity => Severity.Error;

    public override string Title => "A stored generated column is added to a table in use, or computed in another way.";

    public override string Blocks =>
        "ACCESS EXCLUSIVE on the table: nobody reads or writes it while every row is written anew and every index built again.";

    public override string Why =>
        "Its value is stored in every row. 'set expression' is there from version 17 on; from 18 on, a column can be 'virtual', which stores "
        + "nothing. "
        + "PostgreSQL manual, alter table, notes, and \"Generated Columns\".";

    public override string Instead =>
        """
            A column that a trigger keeps, filled in batches in the next file:

            alter table sales.orders add column total_with_tax numeric(18, 2);

            Or an index on the expression, a view, or from version 18 on:

            alter table sales.orders add column total_with_tax numeric(18, 2) generated always as (total * 1.2) virtual;
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        foreach (var (table, action) in statement.ActionsOf<TableAction>())
        {
            if (action is AddColumn { Column: var column } && column.Constraint<GeneratedColumn>() is { IsStored: true })
                yield return Hit(table, column.Name);
            else if (action is ChangeExpression { Expression: not null } change)
                yield return Hit(table, change.Column);
        }
    }

    private static Hit Hit(ObjectName table, string column) =>
        new($"Nobody reads or writes {table} while it is written anew to hold {column}.") { Table = table };
}
