using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class NoTimeout : Rule
{
    private static readonly string[] Timeouts = ["lock_timeout", "statement_timeout"];

    public override string Id => "no-timeout";

    public override Severity Severity => Severity.Warning;

    public override string Title => "A lock on a table in use is waited for, or held, without a limit.";

    public override string Blocks =>
        "The lock that is asked for: while the statement waits behind a long query, all that need the table wait behind the statement.";

    public override string Why =>
        "With a lock_timeout it gives up and can be tried again; with a statement_timeout it ends. PostgreSQL manual, \"Client Connection "
        + "Defaults\". "
        + "What a role or a database sets does not show in the file, and differs between servers.";

    public override string Instead =>
        """
            At the beginning of the part:

            set local lock_timeout = '2s';
            set local statement_timeout = '60s';

            A statement that reads much without blocking others, such as 'validate constraint', may say: set local statement_timeout = '0'. For a part
            without a transaction, set both for the session of what runs it: PGOPTIONS='-c lock_timeout=2s -c statement_timeout=0'.
            """;

    public override IEnumerable<Hit> Check(FileContext file)
    {
        foreach (var statement in file.Up)
        {
            if (!statement.InTransaction && file.Options.RunnerSetsTimeouts)
                continue;
            var taken = statement.Locks.FirstOrDefault(taken => taken.Level >= LockLevel.ShareUpdateExclusive);
            var missing = Timeouts.Where(timeout => !IsSet(statement, timeout)).ToList();
            if (taken is null || missing.Count == 0)
                continue;
            yield return new Hit(Message(taken, missing))
            {
                At = statement,
                Rewrite = statement.InTransaction ? Rewrite(statement.Text, missing) : null,
            };
            yield break;
        }
    }

    private static string Message(TableLock taken, List<string> missing) =>
        missing.Contains("lock_timeout")
            ? $"All that need {taken.Table} wait as long as this waits for it: no {string.Join(" and no ", missing)} is set."
            : $"This holds its lock on {taken.Table} for as long as it takes: no statement_timeout is set.";

    /// <summary>A lock_timeout of 0 waits for ever; a statement_timeout of 0 is taken for a decision.</summary>
    private static bool IsSet(StatementContext statement, string timeout) =>
        statement.InTransaction
        && statement.Before.Select(before => before.Statement).OfType<SetSetting>().LastOrDefault(set => set.Name == timeout)
            is { Value: { } value }
        && (timeout != "lock_timeout" || value.Trim('\'') != "0");

    private static string Rewrite(string text, List<string> missing) =>
        string.Concat(missing.Select(timeout => $"set local {timeout} = '{(timeout == "lock_timeout" ? "2s" : "60s")}';\n")) + "\n" + text;
}
