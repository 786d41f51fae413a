using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class BackfillUnbatched : Rule
{
    public override string Id => "backfill-unbatched";

    public override Severity Severity => Severity.Advice;

    public override string Title => "Rows of a table in use are changed in one transaction.";

    public override string Blocks => "ROW EXCLUSIVE on the table, and a lock on each row that is changed until the transaction ends.";

    public override string Why =>
        "Nobody knows how many they are in production: each stays locked until the transaction ends, and a timeout takes "
        + "all of the work back.";

    public override string Instead => BatchedChange.Example;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (
            statement is { InTransaction: true, Statement: ChangeRows { Command: "update" or "delete", HasWhere: true } change }
            && !statement.IsNew(change.Table)
        )
            yield return new Hit(
                $"However many rows of {change.Table} these are, they stay locked until the file has ended; a loop that commits in batches does not."
            )
            {
                Table = change.Table,
            };
    }
}
