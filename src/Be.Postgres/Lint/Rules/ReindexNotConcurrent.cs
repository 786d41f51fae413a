using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class ReindexNotConcurrent : Rule
{
    public override string Id => "reindex-not-concurrent";

    public override Severity Severity => Severity.Error;

    public override string Title => "Indexes are built again without 'concurrently'.";

    public override string Blocks =>
        "SHARE on the table and ACCESS EXCLUSIVE on the index: nobody writes, and queries that could use the index wait, until it is built.";

    public override string Why => "PostgreSQL manual, reindex, \"Rebuilding Indexes Concurrently\" (12 and newer).";

    public override string Instead =>
        """
            In a file of its own:

            -- migrate:up transaction:false
            reindex index concurrently sales.orders_number_idx;

            Catalogues ('reindex system') have no concurrent way: rebuild them while nobody works.
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (statement.Statement is not Reindex { Concurrently: false } reindex)
            yield break;
        var table = TableOf(reindex, statement.Catalogue);
        if (table is not null && statement.IsNew(table))
            yield break;
        var what = reindex.Name is null ? "all tables" : table?.ToString() ?? $"the tables of {reindex.Name}";
        yield return new Hit($"Writes to {what} wait until the {(reindex.Kind == "index" ? "index is" : "indexes are")} built again.")
        {
            Table = table,
            Rewrite = reindex.Kind == "system" ? null : StatementText.InsertAfter(statement.Text, reindex.Kind, "concurrently"),
        };
    }

    private static ObjectName? TableOf(Reindex reindex, Catalogue catalogue) =>
        reindex switch
        {
            { Kind: "table", Name: { } table } => table,
            { Kind: "index", Name: { } index } => catalogue.OfIndex(index)?.Name,
            _ => null,
        };
}
