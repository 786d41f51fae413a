using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class DetachPartitionNotConcurrent : Rule
{
    public override string Id => "detach-partition-not-concurrent";

    public override Severity Severity => Severity.Warning;

    public override string Title => "A partition is detached without 'concurrently'.";

    public override string Blocks =>
        "ACCESS EXCLUSIVE on the partitioned table: everybody waits, reads included, while it waits for queries that run and until its "
        + "transaction ends.";

    public override string Why =>
        "Concurrently takes SHARE UPDATE EXCLUSIVE, which blocks neither reads nor writes (14 and newer). PostgreSQL manual, alter table, \"detach "
        + "partition\".";

    public override string Instead =>
        """
            In a file of its own:

            -- migrate:up transaction:false
            alter table sales.orders detach partition sales.orders_2020 concurrently;

            A table with a default partition has no concurrent way.
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        foreach (var (table, detach) in statement.ActionsOf<DetachPartition>())
        {
            if (!detach.Concurrently && !detach.Finalize)
                yield return new Hit($"Reads and writes of all of {table} wait while {detach.Partition} is detached.")
                {
                    Rewrite = StatementText.AppendTo(statement.Text, 0, "concurrently"),
                };
        }
    }
}
