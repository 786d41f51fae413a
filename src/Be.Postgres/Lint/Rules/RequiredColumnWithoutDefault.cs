using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class RequiredColumnWithoutDefault : Rule
{
    public override string Id => "required-column-without-default";

    public override Severity Severity => Severity.Error;

    public override string Title => "A column that takes no null is added to a table in use without a default.";

    public override string Why =>
        "The rows that are there would hold null, so that PostgreSQL refuses the column as soon as there is one; and code that runs now inserts rows "
        + "without it. PostgreSQL manual, alter table, \"add column\".";

    public override string Instead =>
        """
            With a constant default, which costs nothing (11 and newer):

            alter table sales.orders add column status text not null default 'draft';

            Where each row needs a value of its own, nullable first:

            alter table sales.orders add column status text;

            then fill it in batches in a file of its own, then make it not null as set-not-null-scans says.
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        foreach (var (table, add) in statement.ActionsOf<AddColumn>())
        {
            var column = add.Column;
            var isRequired = column.Constraint<NotNullColumn>() is not null || column.Constraint<PrimaryKeyColumn>() is not null;
            if (isRequired && !NewColumn.HasValue(column))
                yield return new Hit($"Fails as soon as {table} has a row, which would hold null in {column.Name}.");
        }
    }
}
