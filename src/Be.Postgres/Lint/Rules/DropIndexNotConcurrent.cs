using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class DropIndexNotConcurrent : Rule
{
    public override string Id => "drop-index-not-concurrent";

    public override Severity Severity => Severity.Warning;

    public override string Title => "An index of a table in use is dropped without 'concurrently'.";

    public override string Blocks =>
        "ACCESS EXCLUSIVE on the table: everybody waits, reads included, while the drop waits for queries that run and until its transaction ends.";

    public override string Why =>
        "The drop itself is short, but it queues behind the longest query on the table, and all others queue behind it. PostgreSQL manual, "
        + "drop index.";

    public override string Instead =>
        """
            In a file of its own, one index a file:

            -- migrate:up transaction:false
            drop index concurrently if exists sales.orders_number_idx;
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (statement.Statement is not Drop { Kind: "index", Concurrently: false } drop)
            yield break;
        var tables = drop.Names.Select(statement.Catalogue.OfIndex).ToList();
        if (tables.TrueForAll(table => table is not null && statement.IsNew(table.Name)))
            yield break;
        var table = tables.OfType<Table>().FirstOrDefault();
        // Concurrently takes one index, and none of a partitioned table.
        var canBe = drop is { Names.Count: 1, Cascade: false } && table?.PartitionKey is null;
        yield return new Hit(
            $"Reads and writes of {table?.Name.ToString() ?? "its table"} wait while {string.Join(", ", drop.Names)} is dropped."
        )
        {
            Rewrite = canBe ? StatementText.InsertAfter(statement.Text, "index", "concurrently") : null,
        };
    }
}
