namespace Be.Postgres.Lint.Rules;

internal sealed class ReferenceWithoutIndex : Rule
{
    public override string Id => "reference-without-index";

    public override Severity Severity => Severity.Warning;

    public override string Title => "A foreign key has no index, when all migrations have run.";

    public override string Why =>
        "PostgreSQL makes no index for it: deleting a row of the other table, or changing its key, reads all of this one, and so do joins. "
        + "PostgreSQL "
        + "manual, \"Foreign Keys\".";

    public override string Instead =>
        """
            For a new table, in the same file:

            create index orders_customer_id_idx on sales.orders (customer_id);

            For a table in use, in a file of its own:

            -- migrate:up transaction:false
            create index concurrently if not exists orders_customer_id_idx on sales.orders (customer_id);
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        foreach (var (table, columns, reference) in NewForeignKey.Of(statement))
        {
            // What a later migration drops needs no index.
            var end = statement.End.Find(table);
            if (end is not null && columns.All(end.Columns.ContainsKey) && !end.HasIndexOn(columns))
                yield return new Hit(
                    $"No index of {table} begins with {StatementText.Columns(columns)}: deleting a row of {reference.Table} reads all of {table}."
                );
        }
    }
}
