using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class SerialRewrites : Rule
{
    public override string Id => "serial-rewrites";

    public override Severity Severity => Severity.Error;

    public override string Title => "A column that numbers its rows is added to a table in use.";

    public override string Blocks =>
        "ACCESS EXCLUSIVE on the table: nobody reads or writes it while every row is written anew with its number and every index built again.";

    public override string Why =>
        "The numbers come from a sequence, row by row. PostgreSQL manual, alter table, notes: a volatile default, an identity column.";

    public override string Instead =>
        """
            In one file:

            alter table sales.orders add column sequence_number bigint;
            create sequence sales.orders_sequence_number_seq owned by sales.orders.sequence_number;
            alter table sales.orders alter column sequence_number set default nextval('sales.orders_sequence_number_seq');

            In the next, fill the rows that were there in batches. Then make it not null as set-not-null-scans says.
            """;

    public override IEnumerable<Hit> Check(StatementContext statement) =>
        statement
            .ActionsOf<AddColumn>()
            .Where(add => add.Action.Column is { Type.IsSerial: true } || add.Action.Column.Constraint<IdentityColumn>() is not null)
            .Select(add => new Hit(
                $"Nobody reads or writes {add.Table} while it is written anew to number its rows in {add.Action.Column.Name}."
            )
            {
                Table = add.Table,
            });
}
