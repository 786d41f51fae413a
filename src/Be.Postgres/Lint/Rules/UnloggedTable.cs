using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class UnloggedTable : Rule
{
    public override string Id => "unlogged-table";

    public override Severity Severity => Severity.Warning;

    public override string Title => "A table is unlogged.";

    public override string Why =>
        "After a crash it is empty, and a replica never has its rows: they are not in the write-ahead log. PostgreSQL "
        + "manual, create table, \"unlogged\".";

    public override string Instead =>
        "create table sales.orders (…); unlogged only for what can be made again at any time, with a comment that says how";

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (statement.Statement is CreateTable { IsUnlogged: true } create)
            yield return new Hit($"{create.Table} is empty after a crash, and on every replica.");
        foreach (
            var (table, _) in statement
                .ActionsOf<RewriteTable>()
                .Where(rewrite => rewrite.Action.Text.Equals("set unlogged", StringComparison.OrdinalIgnoreCase))
        )
            yield return new Hit($"{table} is empty after a crash, and on every replica.");
    }
}
