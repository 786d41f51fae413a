using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class RenameType : Rule
{
    public override string Id => "rename-type";

    public override Severity Severity => Severity.Error;

    public override string Title => "A type, domain or value of an enum is renamed.";

    public override string Why =>
        "While a release goes out, the version before it still runs, and it still says the old name, in casts, parameters "
        + "and values: PostgreSQL refuses them.";

    public override string Instead =>
        """
            Add the new value or type beside the old one, release code that knows both, change the rows in batches, and only then let go
            of the old one:

            alter type mood add value if not exists 'content' before 'happy';
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (statement.Statement is Rename { Kind: "type" or "domain" } rename)
            yield return new Hit($"Code that still says {rename.Name} fails as soon as the {rename.Kind} is {rename.To}.");
        if (statement.Statement is RenameEnumValue value)
            yield return new Hit($"Code that still writes '{value.From}' fails as soon as the value of {value.Type} is '{value.To}'.");
    }
}
