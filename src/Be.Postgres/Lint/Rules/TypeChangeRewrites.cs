using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class TypeChangeRewrites : Rule
{
    public override string Id => "type-change-rewrites";

    public override Severity Severity => Severity.Error;

    public override string Title => "The type of a column of a table in use is changed to one that is stored otherwise.";

    public override string Blocks =>
        "ACCESS EXCLUSIVE on the table: nobody reads or writes it while every row is written anew and every index built again.";

    public override string Why =>
        "Only a change to a type that is stored in the same way is free, such as varchar(10) to varchar(20) or to text; and code that runs "
        + "now expects "
        + "the old type. PostgreSQL manual, alter table, notes.";

    public override string Instead =>
        """
            Expand, backfill, contract, each in a file of its own:

            alter table sales.orders add column number_as_bigint bigint;

            A trigger, or the code, writes both. Then in batches:

            update sales.orders set number_as_bigint = number::bigint
                where id in (select id from sales.orders where number_as_bigint is null limit 1000);

            When no code reads the old column, drop it.
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        foreach (var (table, change) in statement.ActionsOf<ChangeType>())
        {
            var from = statement.Catalogue.Find(table)?.Columns.GetValueOrDefault(change.Column)?.Type;
            if (TypeChange.Work(from, change) != Work.None)
                yield return new Hit(Message(table, change, from)) { Table = table };
        }
    }

    private static string Message(ObjectName table, ChangeType change, TypeName? from) =>
        from is null
            ? $"Nobody reads or writes {table} while {change.Column} becomes {change.Type}, "
                + "unless its type now, which no migration says, is stored the same."
            : $"Nobody reads or writes {table} while it is written anew to make {change.Column}, {from} now, {change.Type}.";
}
