using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class TableRewritten : Rule
{
    public override string Id => "table-rewritten";

    public override Severity Severity => Severity.Error;

    public override string Title => "A table in use is written anew as a whole.";

    public override string Blocks =>
        "ACCESS EXCLUSIVE on the table: nobody reads or writes it while it is copied and every index built again.";

    public override string Why =>
        "'vacuum full', 'cluster', 'set logged', 'set unlogged', 'set tablespace' and 'set access method' copy the table. PostgreSQL manual, vacuum, "
        + "cluster, alter table.";

    public override string Instead =>
        """
            For space: a plain vacuum, which autovacuum runs by itself; for order and space, pg_repack or pg_squeeze, which copy while others work.
            For another tablespace or access method: a new table, filled in batches, then the names swapped.
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        switch (statement.Statement)
        {
            case Vacuum { IsFull: true }:
                yield return new Hit("Nobody reads or writes the tables while 'vacuum full' copies them.");
                break;
            case Cluster { Table: null }:
                yield return new Hit("Nobody reads or writes the tables while 'cluster' copies them.");
                break;
            case Cluster { Table: { } table } when !statement.IsNew(table):
                yield return new Hit($"Nobody reads or writes {table} while 'cluster' copies it.") { Table = table };
                break;
        }
        foreach (var (table, rewrite) in statement.ActionsOf<RewriteTable>())
            yield return new Hit($"Nobody reads or writes {table} while '{rewrite.Text}' copies it.") { Table = table };
    }
}
