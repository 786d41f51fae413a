using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class RowsWithoutWhere : Rule
{
    public override string Id => "rows-without-where";

    public override Severity Severity => Severity.Error;

    public override string Title => "All rows of a table are changed by one statement.";

    public override string Blocks =>
        "ROW EXCLUSIVE on the table, and a lock on each row: whoever changes any row waits until the transaction ends.";

    public override string Why =>
        "All of them stay locked until the transaction ends, every old version stays in the table, and a replica falls "
        + "behind. PostgreSQL manual, \"Routine Vacuuming\".";

    public override string Instead => BatchedChange.Example;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (statement.Statement is ChangeRows { Command: "update" or "delete", HasWhere: false } change && !statement.IsNew(change.Table))
        {
            var verb = change.Command == "update" ? "changes" : "deletes";
            yield return new Hit($"One statement {verb} every row of {change.Table}; writers of any row wait until it has ended.")
            {
                Table = change.Table,
            };
        }
    }
}
