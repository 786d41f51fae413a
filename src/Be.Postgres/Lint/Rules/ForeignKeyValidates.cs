using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class ForeignKeyValidates : Rule
{
    public override string Id => "foreign-key-validates";

    public override Severity Severity => Severity.Error;

    public override string Title => "A foreign key of a table in use is compared with all its rows at once.";

    public override string Blocks =>
        "SHARE ROW EXCLUSIVE on both tables: nobody writes to either while every row is looked up in the other.";

    public override string Why =>
        "A key that is 'not valid' holds for new rows at once; validating it later lets both tables be written. PostgreSQL manual, alter table, "
        + "\"add table_constraint [ not valid ]\" and notes.";

    public override string Instead =>
        """
            In one file:

            alter table sales.orders
                add constraint orders_customer_id_fkey foreign key (customer_id) references sales.customers (id) on delete restrict not valid;

            In the next:

            alter table sales.orders validate constraint orders_customer_id_fkey;

            A column with a default: add it, then its key in the same way. A partitioned table takes 'not valid' keys from version 18 on;
            before, add the key to each partition so, and to the table last.
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        foreach (var (table, action) in statement.ActionsOf<TableAction>())
        {
            if (action is AddConstraint { Constraint: { Kind: ConstraintKind.ForeignKey, NotValid: false, Reference: { } reference } })
                yield return Hit(table, reference.Table, Rewrite(statement, table, action));
            else if (
                action is AddColumn { Column: var column }
                && NewColumn.HasValue(column)
                && column.Constraint<ReferencesColumn>() is { } own
            )
                yield return Hit(table, own.Reference.Table, null);
        }
    }

    private static Hit Hit(ObjectName table, ObjectName to, string? rewrite) =>
        new($"Writes to {table} and {to} wait while every row of {table} is looked up.")
        {
            Table = table,
            Rewrite = rewrite,
            IsMechanical = rewrite is not null,
        };

    private static string? Rewrite(StatementContext statement, ObjectName table, TableAction action) =>
        statement.Catalogue.Find(table) is { PartitionKey: not null }
            ? null
            : StatementText.AppendTo(statement.Text, ((AlterTable)statement.Statement).Actions.ToList().IndexOf(action), "not valid");
}
