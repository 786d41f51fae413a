using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class LockTable : Rule
{
    public override string Id => "lock-table";

    public override Severity Severity => Severity.Warning;

    public override string Title => "A table in use is locked by hand in a mode that stops writes.";

    public override string Blocks => "The mode it says (without one, ACCESS EXCLUSIVE, which stops reads, too) until the transaction ends.";

    public override string Why => "Each statement takes the lock that it needs. PostgreSQL manual, lock, and \"Explicit Locking\".";

    public override string Instead =>
        """
            Nothing, or a lock on the rows (select … for update), or one of the application's own:

            select pg_advisory_xact_lock(hashtext('orders'));
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (statement.Statement is not LockTables locked)
            yield break;
        foreach (var taken in statement.Locks.Where(taken => taken.Level >= LockLevel.Share))
        {
            var who = taken.Level == LockLevel.AccessExclusive ? "Reads and writes" : "Writes";
            yield return new Hit($"{who} of {taken.Table} wait until this transaction ends (mode {locked.Mode}).");
        }
    }
}
