using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class RenameSchema : Rule
{
    public override string Id => "rename-schema";

    public override Severity Severity => Severity.Error;

    public override string Title => "A schema is renamed.";

    public override string Why =>
        "While a release goes out, the version before it still runs, and it still uses the old name: all its queries "
        + "fail, and so do those of the new version until the migration has run.";

    public override string Instead =>
        """
            Make the new schema beside the old one, and move table by table, each with a view of its old name (see table-moved):

            create schema billing;
            alter table sales.invoices set schema billing;
            create view sales.invoices with (security_invoker = true) as select * from billing.invoices;
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (statement.Statement is Rename { Kind: "schema" } rename)
            yield return new Hit($"Code that still says {rename.Name} fails as soon as the schema is {rename.To}.");
    }
}
