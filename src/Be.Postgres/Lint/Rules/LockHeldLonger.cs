using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class LockHeldLonger : Rule
{
    public override string Id => "lock-held-longer";

    public override Severity Severity => Severity.Error;

    public override string Title => "A long statement runs while the transaction holds a table that nobody else can read.";

    public override string Blocks =>
        "ACCESS EXCLUSIVE of the earlier statement: reads and writes of its table wait until the transaction ends.";

    public override string Why =>
        "A lock is held until the end of the transaction, not of its statement. PostgreSQL manual, \"Explicit Locking\".";

    public override string Instead => "The long statement in a file of its own, after this one.";

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (!statement.InTransaction)
            yield break;
        var held = statement.Before.SelectMany(before => before.Locks).FirstOrDefault(taken => taken.Level == LockLevel.AccessExclusive);
        var does = statement.Locks.FirstOrDefault(taken => taken.Work != Work.None || statement.Statement is ChangeRows);
        if (held is not null && does is not null)
            yield return new Hit($"Nobody reads or writes {held.Table} while {What(statement.Statement, does)}.") { Table = does.Table };
    }

    private static string What(Statement statement, TableLock does) =>
        (statement, does.Work) switch
        {
            (ChangeRows, _) => $"rows of {does.Table} are changed",
            (_, Work.BuildIndex) => $"an index of {does.Table} is built",
            (_, Work.Rewrite) => $"{does.Table} is written anew",
            _ => $"all of {does.Table} is read",
        };
}
