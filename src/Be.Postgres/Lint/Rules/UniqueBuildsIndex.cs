using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class UniqueBuildsIndex : Rule
{
    public override string Id => "unique-builds-index";

    public override Severity Severity => Severity.Error;

    public override string Title => "A unique constraint of a table in use builds its index at once.";

    public override string Blocks => "ACCESS EXCLUSIVE on the table: nobody reads or writes it while all of it is read and sorted.";

    public override string Why =>
        "An index can be built concurrently and become the constraint after that, which takes no time. PostgreSQL manual, alter table, \"add "
        + "table_constraint_using_index\".";

    public override string Instead =>
        """
            In a file of its own:

            -- migrate:up transaction:false
            create unique index concurrently if not exists orders_number_key on sales.orders (number);

            In the next:

            alter table sales.orders add constraint orders_number_key unique using index orders_number_key;

            A new column: add it without 'unique' first.
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        foreach (var (table, action) in statement.ActionsOf<TableAction>())
        {
            if (action is AddConstraint { Constraint: { Kind: ConstraintKind.Unique, UsingIndex: null } key })
                yield return Hit(table, key.Columns) with
                {
                    Rewrite = KeyRewrite.Of(statement, table, key),
                };
            else if (action is AddColumn { Column: var column } && column.Constraint<UniqueColumn>() is not null)
                yield return Hit(table, [column.Name]);
        }
    }

    private static Hit Hit(ObjectName table, IEnumerable<string> columns) =>
        new($"Nobody reads or writes {table} while the unique index of {StatementText.Columns(columns)} is built.") { Table = table };
}
