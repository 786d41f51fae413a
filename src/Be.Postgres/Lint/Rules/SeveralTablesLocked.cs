namespace Be.Postgres.Lint.Rules;

internal sealed class SeveralTablesLocked : Rule
{
    public override string Id => "several-tables-locked";

    public override Severity Severity => Severity.Warning;

    public override string Title => "One transaction locks several tables in use, one after the other.";

    public override string Blocks => "SHARE or more on each of them: writes of all wait until the transaction ends.";

    public override string Why =>
        "A transaction that uses the same tables in another order waits for this one, which waits for it: PostgreSQL ends one of them. And the first "
        + "lock is held while the second is waited for. PostgreSQL manual, \"Deadlocks\".";

    public override string Instead => "A file for each table.";

    public override IEnumerable<Hit> Check(FileContext file)
    {
        var held = new List<Sql.ObjectName>();
        foreach (var statement in file.Up.Where(statement => statement.InTransaction))
        {
            var strong = statement.Locks.Where(taken => taken.Level >= LockLevel.Share).Select(taken => taken.Table).ToList();
            if (held.Count > 0 && strong.Find(table => !held.Exists(table.Matches)) is { } next)
            {
                yield return new Hit(
                    $"Waits for {next} while it holds {string.Join(", ", held)}: whoever uses them in another order can deadlock with it."
                )
                {
                    At = statement,
                };
                yield break;
            }
            held.AddRange(strong.Where(table => !held.Exists(table.Matches)).Distinct());
        }
    }
}
