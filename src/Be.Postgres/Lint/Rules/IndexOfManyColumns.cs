using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class IndexOfManyColumns : Rule
{
    private const int Enough = 3;

    public override string Id => "index-of-many-columns";

    public override Severity Severity => Severity.Advice;

    public override string Title => "An index that is not unique has more than three columns.";

    public override string Why =>
        "Those behind the first few seldom narrow a search, and each makes the index larger and every write slower. PostgreSQL manual, \"Multicolumn "
        + "Indexes\": more than three are unlikely to help.";

    public override string Instead =>
        """
            The columns that are compared with '=', then the one that is ordered by:

            create index orders_customer_id_idx on sales.orders (customer_id, placed_at, id);

            What is only read goes behind: include (total).
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (
            statement.Statement is CreateIndex { IsUnique: false, Method: "btree", Keys.Count: > Enough } index
            && !statement.IsTemporary(index.Table)
        )
            yield return new Hit(
                $"{index.Name ?? "The index"} of {index.Table} has {index.Keys.Count} columns: the last ones seldom help a search."
            );
    }
}
