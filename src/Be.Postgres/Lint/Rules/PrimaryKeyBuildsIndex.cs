using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class PrimaryKeyBuildsIndex : Rule
{
    public override string Id => "primary-key-builds-index";

    public override Severity Severity => Severity.Error;

    public override string Title => "A primary key of a table in use builds its index at once.";

    public override string Blocks =>
        "ACCESS EXCLUSIVE on the table: nobody reads or writes it while all of it is read and sorted, and read once more for nulls.";

    public override string Why =>
        "An index can be built concurrently and become the key after that. PostgreSQL manual, alter table, \"add table_constraint_using_index\".";

    public override string Instead =>
        """
            In a file of its own:

            -- migrate:up transaction:false
            create unique index concurrently if not exists orders_pkey on sales.orders (id);

            In the next, when the columns are 'not null' (see set-not-null-scans):

            alter table sales.orders add constraint orders_pkey primary key using index orders_pkey;
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        foreach (var (table, action) in statement.ActionsOf<TableAction>())
        {
            if (action is AddConstraint { Constraint: { Kind: ConstraintKind.PrimaryKey, UsingIndex: null } key })
                yield return Hit(table) with
                {
                    Rewrite = KeyRewrite.Of(statement, table, key),
                };
            else if (action is AddColumn { Column: var column } && column.Constraint<PrimaryKeyColumn>() is not null)
                yield return Hit(table);
        }
    }

    private static Hit Hit(ObjectName table) =>
        new($"Nobody reads or writes {table} while the index of its primary key is built.") { Table = table };
}
