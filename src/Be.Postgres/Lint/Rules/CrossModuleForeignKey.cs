namespace Be.Postgres.Lint.Rules;

internal sealed class CrossModuleForeignKey : Rule
{
    public override string Id => "cross-module-foreign-key";

    public override Severity Severity => Severity.Error;

    public override string Title => "A foreign key leads to the table of another module.";

    public override string Why =>
        "A module that others refer to can neither move to a database of its own nor change its keys; each waits for the "
        + "locks of the other.";

    public override string Instead => "customer_id uuid not null, without a constraint: the id of a row that the other module answers for";

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (!statement.Options.SchemasAreModules)
            yield break;
        foreach (var key in NewForeignKey.Of(statement))
        {
            if (key.Table.Schema is { } own && key.Reference.Table.Schema is { } other && own != other)
                yield return new Hit(
                    $"{key.Table} refers to {key.Reference.Table}, which is another module's: {own} can then no longer move away from {other}."
                );
        }
    }
}
