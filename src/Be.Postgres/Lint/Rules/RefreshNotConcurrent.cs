using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class RefreshNotConcurrent : Rule
{
    public override string Id => "refresh-not-concurrent";

    public override Severity Severity => Severity.Error;

    public override string Title => "A materialized view is computed again without 'concurrently'.";

    public override string Blocks => "ACCESS EXCLUSIVE on the view: nobody reads it while its query runs.";

    public override string Why =>
        "Concurrently, it is read as it was until the new rows are there; it needs a unique index over all rows. PostgreSQL manual, refresh "
        + "materialized view.";

    public override string Instead =>
        """
            create unique index concurrently if not exists sales_by_day_day_key on sales.sales_by_day (day);   -- once, in a file of its own

            refresh materialized view concurrently sales.sales_by_day;
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (statement.Statement is RefreshView { Concurrently: false } refresh && !statement.IsNew(refresh.View))
            yield return new Hit($"Nobody reads {refresh.View} while its query runs.")
            {
                Table = refresh.View,
                Rewrite = StatementText.Has(statement.Text, "no")
                    ? null
                    : StatementText.InsertAfter(statement.Text, "view", "concurrently"),
            };
    }
}
