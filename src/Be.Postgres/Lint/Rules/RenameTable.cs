using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class RenameTable : Rule
{
    public override string Id => "rename-table";

    public override Severity Severity => Severity.Error;

    public override string Title => "A table or view is renamed.";

    public override string Blocks => "ACCESS EXCLUSIVE on the table: everybody waits, for a moment.";

    public override string Why =>
        "While a release goes out, the version before it still runs, and it still uses the old name: its queries fail, "
        + "and so do those of the new version until the migration has run.";

    public override string Instead =>
        """
            Leave a view of the old name for the version that still runs; a simple view can be written, too. Drop it one release later.

            alter table sales.orders rename to purchases;
            create view sales.orders with (security_invoker = true) as select * from sales.purchases;
            """;

    public override string Versions => "14 to 18; 'security_invoker' is known to 15 and newer.";

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (
            statement.Statement is not AlterTable { Kind: RelationKind.Table or RelationKind.View or RelationKind.MaterializedView } alter
            || statement.IsNew(alter.Table)
        )
            yield break;
        foreach (var rename in alter.Actions.OfType<Sql.RenameTable>())
            yield return new Hit($"Code that still says {alter.Table} fails as soon as it is {rename.To}.");
    }
}
