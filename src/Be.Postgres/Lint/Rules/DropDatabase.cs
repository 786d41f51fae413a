using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class DropDatabase : Rule
{
    public override string Id => "drop-database";

    public override Severity Severity => Severity.Error;

    public override string Title => "A database is dropped.";

    public override string Why =>
        "All of it is gone, and only a backup brings it back. A migration runs in each environment, production included.";

    public override string Instead => "Nothing in a migration: whoever runs the server drops a database by hand, after a last backup.";

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (statement.Statement is Drop { Kind: "database" } drop)
            yield return new Hit($"The database {drop.Names[0]} is lost with all that is in it.");
    }
}
