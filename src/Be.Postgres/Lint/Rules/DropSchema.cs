using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class DropSchema : Rule
{
    public override string Id => "drop-schema";

    public override Severity Severity => Severity.Error;

    public override string Title => "A schema is dropped.";

    public override string Why =>
        "All that is in it is gone, and only a backup brings it back. While a release goes out, the version before it "
        + "still runs, and it still names it in its queries, which fail.";

    public override string Instead =>
        """
            1. Release code that no longer uses the schema.
            2. Drop what is in it by name, then the schema, which without 'cascade' has to be empty, and say so above the statement:
               -- be:allow drop-schema its module moved to a database of its own
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (statement.Statement is not Drop { Kind: "schema" } drop)
            yield break;
        foreach (var schema in drop.Names.Where(schema => !IsNew(schema)))
            yield return new Hit($"The schema {schema} goes with all that is in it, and code that still names it fails.");

        bool IsNew(ObjectName schema) =>
            statement.Before.Any(before => before.Statement is CreateOther { Kind: "schema" } made && made.Name == schema);
    }
}
