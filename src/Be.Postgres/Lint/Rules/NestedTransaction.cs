using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class NestedTransaction : Rule
{
    public override string Id => "nested-transaction";

    public override Severity Severity => Severity.Error;

    public override string Title => "A file that runs in a transaction begins or ends one.";

    public override string Why =>
        "PostgreSQL has no transactions within transactions: 'begin' only warns, and 'commit' ends the one that the "
        + "migration runs in, so that a failure behind it leaves the file applied by half. PostgreSQL manual, begin.";

    public override string Instead =>
        "Leave it to what runs the file; where a statement must not run in a transaction: -- migrate:up transaction:false";

    public override IEnumerable<Hit> Check(FileContext file)
    {
        var ends = file.Up.Where(statement => statement.InTransaction && IsEnd(statement)).ToList();
        var begins = file
            .Up.Where(statement => statement is { InTransaction: true, Statement: TransactionControl { Command: "begin" or "start" } })
            .ToList();
        if (
            begins is [var begin]
            && ends is [var end]
            && begin == file.Up.First(statement => statement.Statement is not SetSetting)
            && end == file.Up[^1]
        )
            yield break; // all of it is in one, as a script for psql is
        foreach (var one in begins)
            yield return new Hit("The file runs in a transaction already: this one does not begin.") { At = one };
        foreach (var one in ends)
            yield return new Hit(
                "This ends the transaction that the file runs in: what was done can no longer be taken back when what follows fails."
            )
            {
                At = one,
            };
    }

    private static bool IsEnd(StatementContext statement) =>
        statement.Statement is TransactionControl { Command: "commit" or "end" or "prepare" }
        || statement.Statement is TransactionControl { Command: "rollback" or "abort" } && !new SqlCursor(statement.Text).SkipTo("to");
}
