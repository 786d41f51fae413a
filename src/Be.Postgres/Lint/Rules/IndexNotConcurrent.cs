using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class IndexNotConcurrent : Rule
{
    public override string Id => "index-not-concurrent";

    public override Severity Severity => Severity.Error;

    public override string Title => "An index on a table in use is made without 'concurrently'.";

    public override string Blocks => "SHARE on the table: nobody writes to it while the index is built, which reads all of the table.";

    public override string Why =>
        "Inserts, updates and deletes wait for the whole build. PostgreSQL manual, create index, \"Building Indexes Concurrently\".";

    public override string Instead =>
        """
            In a file of its own:

            -- migrate:up transaction:false
            create index concurrently if not exists orders_number_idx on sales.orders (number);

            A partitioned table has no concurrent way by itself: make the index with 'on only' it, one concurrently on each partition, and attach
            these with 'alter index … attach partition …'.
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (statement.Statement is not CreateIndex { Concurrently: false } index || statement.IsNew(index.Table))
            yield break;
        var isPartitioned = statement.Catalogue.Find(index.Table) is { PartitionKey: not null };
        if (isPartitioned && IsOnly(statement.Text))
            yield break; // nothing is built: the partitions' own indexes are attached later
        yield return new Hit($"Writes to {index.Table} wait until the index {index.Name ?? "on it"} is built.")
        {
            Table = index.Table,
            Rewrite = isPartitioned ? null : StatementText.InsertAfter(statement.Text, "index", "concurrently"),
        };
    }

    private static bool IsOnly(string text)
    {
        var sql = new SqlCursor(text);
        return sql.SkipTo("on") && sql.Takes("on", "only");
    }
}
