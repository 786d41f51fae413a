using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class AttachPartitionScans : Rule
{
    public override string Id => "attach-partition-scans";

    public override Severity Severity => Severity.Warning;

    public override string Title => "A table becomes a partition without a check that proves that its rows belong there.";

    public override string Blocks =>
        "ACCESS EXCLUSIVE on the new partition, and on the default partition if there is one, while all of them is read.";

    public override string Why =>
        "Where a valid check says what the bounds say, the reading is left out. PostgreSQL manual, alter table, \"attach partition\".";

    public override string Instead =>
        """
            In one file:

            alter table sales.orders_2026 add constraint orders_2026_bounds
                check (placed_at >= '2026-01-01' and placed_at < '2027-01-01') not valid;

            In the next:

            alter table sales.orders_2026 validate constraint orders_2026_bounds;

            In the third, when the key is not null in it, too:

            alter table sales.orders attach partition sales.orders_2026 for values from ('2026-01-01') to ('2027-01-01');
            alter table sales.orders_2026 drop constraint orders_2026_bounds;

            A default partition needs a check of the opposite.
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        foreach (var (table, attach) in statement.ActionsOf<AttachPartition>())
        {
            if (!IsEmpty(statement, attach.Partition) && !IsProven(statement.Catalogue, table, attach.Partition))
                yield return new Hit(
                    $"All rows of {attach.Partition} are read, and nobody else gets at them, unless a check proves that they belong to {table}."
                )
                {
                    Table = attach.Partition,
                };
        }
    }

    /// <summary>Made in the same transaction, and nothing put into it.</summary>
    private static bool IsEmpty(StatementContext statement, ObjectName partition) =>
        statement.IsNew(partition)
        && !statement.Before.Any(before =>
            before.Statement is ChangeRows change && change.Table.Matches(partition)
            || before.Statement is CreateTable { IsFromQuery: true } create && create.Table.Matches(partition)
        );

    /// <summary>A valid check that speaks of the key; what it says of it is left to its author.</summary>
    private static bool IsProven(Catalogue catalogue, ObjectName table, ObjectName partition)
    {
        var key = catalogue.Find(table)?.PartitionKey;
        return catalogue
            .Find(partition)
            ?.Constraints.Exists(constraint =>
                constraint is { Kind: ConstraintKind.Check, NotValid: false, Expression: { } check }
                && (key is null || SpeaksOf(check, key))
            )
            is true;
    }

    private static bool SpeaksOf(string check, string key)
    {
        var columns = new SqlCursor(key);
        while (!columns.AtEnd)
        {
            if (columns.SeesName && StatementText.Has(check, columns.Identifier()))
                return true;
            if (!columns.AtEnd && !columns.SeesName && !columns.TakesSign('(') && !columns.TakesSign(')'))
                columns.Step();
        }
        return false;
    }
}
