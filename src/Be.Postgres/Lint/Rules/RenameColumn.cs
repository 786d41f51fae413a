using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class RenameColumn : Rule
{
    public override string Id => "rename-column";

    public override Severity Severity => Severity.Error;

    public override string Title => "A column is renamed.";

    public override string Blocks => "ACCESS EXCLUSIVE on the table: everybody waits, for a moment.";

    public override string Why =>
        "While a release goes out, the version before it still runs, and it still uses the old name: its queries fail, "
        + "and so do those of the new version until the migration has run.";

    public override string Instead =>
        """
            1. Add a column of the new name, and write both: alter table orders add column total numeric(18, 2);
            2. Fill it for the old rows, in batches, in a file of its own.
            3. Release code that reads the new one only.
            4. Drop the old one.
            Where only the name in the code is wrong, rename it there and let the column be.
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        foreach (var (table, rename) in statement.ActionsOf<Sql.RenameColumn>())
            yield return new Hit($"Code that still says {table}.{rename.From} fails as soon as it is {rename.To}.");
    }
}
