using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class ConcurrentInTransaction : Rule
{
    public override string Id => "concurrent-in-transaction";

    public override Severity Severity => Severity.Error;

    public override string Title => "A statement that PostgreSQL runs outside of transactions only stands in a part that has one.";

    public override string Why =>
        "PostgreSQL refuses it (\"cannot run inside a transaction block\"): it commits between its own steps, or cannot be rolled back. PostgreSQL "
        + "manual: create index, reindex, alter table … detach partition, vacuum, create database, alter system.";

    public override string Instead =>
        """
            In a file of its own, whose part has no transaction:

            -- migrate:up transaction:false
            create index concurrently if not exists orders_number_idx on sales.orders (number);
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (statement.InTransaction && What(statement.Statement) is { } what)
            yield return new Hit($"PostgreSQL refuses '{what}' in a transaction: this file fails.");
    }

    private static string? What(Statement statement) =>
        statement switch
        {
            CreateIndex { Concurrently: true } => "create index concurrently",
            Drop { Kind: "index", Concurrently: true } => "drop index concurrently",
            Reindex { Concurrently: true } => "reindex concurrently",
            Reindex { Kind: "schema" or "database" or "system" } reindex => $"reindex {reindex.Kind}",
            AlterTable alter when alter.Actions.OfType<DetachPartition>().Any(detach => detach.Concurrently) =>
                "detach partition concurrently",
            Vacuum => "vacuum",
            Cluster { Table: null } => "cluster",
            CreateOther { Kind: "database" or "tablespace" } create => $"create {create.Kind}",
            Drop { Kind: "database" or "tablespace" } drop => $"drop {drop.Kind}",
            OtherStatement { Command: "alter system" } => "alter system",
            _ => null,
        };
}
