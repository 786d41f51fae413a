using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class NotRepeatable : Rule
{
    public override string Id => "not-repeatable";

    public override Severity Severity => Severity.Warning;

    public override string Title => "A statement without a transaction cannot be run a second time.";

    public override string Why =>
        "When it fails half-way, it leaves an invalid index behind, or what it made already: the next run fails on that. "
        + "PostgreSQL manual, create index, \"Building Indexes Concurrently\".";

    public override string Instead =>
        """
            -- 20260101120000_drop_failed_index.sql, -- migrate:up transaction:false
            drop index concurrently if exists sales.orders_number_idx;

            -- 20260101120001_index_number.sql, -- migrate:up transaction:false
            create index concurrently if not exists orders_number_idx on sales.orders (number);
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (statement.InTransaction || statement.Options.RunnerSetsTimeouts)
            yield break;
        if (statement.Statement is CreateIndex { Concurrently: true, IfNotExists: false } index)
            yield return new Hit(
                $"If the build of {index.Name ?? "the index"} on {index.Table} fails, an invalid index keeps its name, and the next run fails."
            );
        if (statement.Statement is Drop { Kind: "index", Concurrently: true, IfExists: false } drop)
            yield return new Hit(
                $"If this fails after {string.Join(", ", drop.Names)} was dropped, the next run fails, too: say 'if exists'."
            );
        if (statement.Statement is AddEnumValue { IfNotExists: false } value)
            yield return new Hit($"If this fails after '{value.Label}' was added, the next run fails, too: say 'if not exists'.");
    }
}
