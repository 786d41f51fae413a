using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class Truncate : Rule
{
    public override string Id => "truncate";

    public override Severity Severity => Severity.Error;

    public override string Title => "A table is emptied.";

    public override string Blocks => "ACCESS EXCLUSIVE on each table: everybody waits until the transaction ends.";

    public override string Why =>
        "All rows are gone, and only a backup brings them back; with 'cascade' so are those of every table that refers to "
        + "it, and of those that refer to these. PostgreSQL manual, truncate.";

    public override string Instead =>
        """
            Delete what has to go, in batches, in a file of its own, and say which rows:

            -- migrate:up transaction:false
            do $$
            declare deleted bigint;
            begin
                loop
                    delete from orders where id in (select id from orders where placed_at < '2020-01-01' limit 1000);
                    get diagnostics deleted = row_count;
                    commit;
                    exit when deleted = 0;
                end loop;
            end
            $$;
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (statement.Statement is not Sql.Truncate truncate)
            yield break;
        foreach (var table in truncate.Tables.Where(table => !statement.IsNew(table)))
        {
            var others = truncate.Cascade ? ", and with 'cascade' those of every table that refers to it" : "";
            yield return new Hit($"All rows of {table} are lost{others}.");
        }
    }
}
