using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class PartitionMadeInPlace : Rule
{
    public override string Id => "partition-made-in-place";

    public override Severity Severity => Severity.Warning;

    public override string Title => "A table is made as a partition of one in use.";

    public override string Blocks =>
        "ACCESS EXCLUSIVE on the partitioned table: everybody waits, reads included, while it waits for queries that run and until its "
        + "transaction ends.";

    public override string Why =>
        "A table that is made by itself and then attached takes SHARE UPDATE EXCLUSIVE only. PostgreSQL manual, create table, \"partition of\".";

    public override string Instead =>
        """
            create table sales.orders_2027 (like sales.orders including defaults including generated including constraints including indexes);
            alter table sales.orders attach partition sales.orders_2027 for values from ('2027-01-01') to ('2028-01-01');
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (statement.Statement is CreateTable { IsTemporary: false, PartitionOf: { } parent } create && !statement.IsNew(parent))
            yield return new Hit($"Reads and writes of all of {parent} wait while {create.Table} is made.")
            {
                Rewrite = Rewrite(statement.Text, create, parent),
            };
    }

    private static string? Rewrite(string text, CreateTable create, ObjectName parent)
    {
        var sql = new SqlCursor(text);
        if (create.IsPartitioned || create.Columns.Count + create.Constraints.Count > 0 || !sql.SkipTo("for", "default"))
            return null;
        return $"""
            create table {create.Table} (like {parent} including defaults including generated including constraints including indexes);
            alter table {parent} attach partition {create.Table} {sql.Rest()};
            """;
    }
}
