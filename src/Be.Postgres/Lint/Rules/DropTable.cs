using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class DropTable : Rule
{
    public override string Id => "drop-table";

    public override Severity Severity => Severity.Error;

    public override string Title => "A table is dropped.";

    public override string Blocks =>
        "ACCESS EXCLUSIVE on the table, and on those that its foreign keys lead to: everybody waits, for a moment.";

    public override string Why =>
        "The rows are gone, and only a backup brings them back. While a release goes out, the version before it still "
        + "runs, and it still names the table in its queries, which fail.";

    public override string Instead =>
        """
            1. Release code that no longer uses the table.
            2. When no older version runs, and nobody wants the rows, drop it, and say so above the statement:
               -- be:allow drop-table nobody uses it since release 42
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (statement.Statement is not Drop { Kind: "table" } drop)
            yield break;
        foreach (var table in drop.Names.Where(table => !statement.IsNew(table)))
            yield return new Hit($"All rows of {table} are lost, and code that still names the table fails.");
    }
}
