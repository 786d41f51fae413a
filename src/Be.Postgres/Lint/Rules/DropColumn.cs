using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class DropColumn : Rule
{
    public override string Id => "drop-column";

    public override Severity Severity => Severity.Error;

    public override string Title => "A column is dropped.";

    public override string Blocks =>
        "ACCESS EXCLUSIVE on the table: everybody waits, for a moment; the rows themselves are not written anew.";

    public override string Why =>
        "The values are gone, and only a backup brings them back. While a release goes out, the version before it still "
        + "runs, and it still names the column in its queries, which fail.";

    public override string Instead =>
        """
            1. Release code that no longer reads or writes the column; where it is required, drop that first (alter column … drop not null).
            2. When no older version runs, drop it, and say so above the statement:
               -- be:allow drop-column not read since release 42
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        foreach (var (table, drop) in statement.ActionsOf<Sql.DropColumn>())
            yield return new Hit($"The values in {table}.{drop.Column} are lost, and code that still names the column fails.");
    }
}
