using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class TableMoved : Rule
{
    public override string Id => "table-moved";

    public override Severity Severity => Severity.Error;

    public override string Title => "A table moves to another schema.";

    public override string Blocks => "ACCESS EXCLUSIVE on the table: everybody waits, for a moment.";

    public override string Why =>
        "While a release goes out, the version before it still runs, and it still looks for it where it was: its queries "
        + "fail, and so do those of the new version until the migration has run.";

    public override string Instead =>
        """
            Leave a view where it was for the version that still runs; a simple view can be written, too. Drop it one release later.

            alter table sales.invoices set schema billing;
            create view sales.invoices with (security_invoker = true) as select * from billing.invoices;
            """;

    public override string Versions => "14 to 18; 'security_invoker' is known to 15 and newer.";

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        foreach (var (table, move) in statement.ActionsOf<SetSchema>())
            yield return new Hit($"Code that still says {table} fails as soon as it is in {move.Schema}.");
    }
}
