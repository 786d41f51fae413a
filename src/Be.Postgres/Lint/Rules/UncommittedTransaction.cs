using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class UncommittedTransaction : Rule
{
    public override string Id => "uncommitted-transaction";

    public override Severity Severity => Severity.Error;

    public override string Title => "A transaction begins and does not end.";

    public override string Why =>
        "At the end of the session all of it is taken back, and until then its locks are held. PostgreSQL manual, begin.";

    public override string Instead =>
        """
            begin;
            …
            commit;
            """;

    public override IEnumerable<Hit> Check(FileContext file)
    {
        StatementContext? begun = null;
        foreach (var statement in file.Up)
        {
            if (statement.Statement is not TransactionControl { Command: var command })
                continue;
            if (command is "begin" or "start")
                begun = statement;
            else if (
                command is "commit" or "end" or "prepare"
                || command is "rollback" or "abort" && !new SqlCursor(statement.Text).SkipTo("to")
            )
                begun = null;
        }
        if (begun is not null)
            yield return new Hit("The transaction that begins here never ends: nothing of it is kept.") { At = begun };
    }
}
