using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class FloatMoney : Rule
{
    private static readonly HashSet<string> Amounts =
    [
        "amount",
        "amounts",
        "balance",
        "balances",
        "cost",
        "costs",
        "fee",
        "fees",
        "price",
        "prices",
        "salary",
        "salaries",
        "total",
        "totals",
    ];

    public override string Id => "float-money";

    public override Severity Severity => Severity.Warning;

    public override string Title => "An amount of money is a floating-point number.";

    public override string Why =>
        "Decimal fractions have no exact binary form: sums are off by a cent, and equal amounts are not. PostgreSQL "
        + "manual, \"Floating-Point Types\".";

    public override string Instead => "total numeric(18, 2) not null";

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        foreach (var column in TypedColumn.Of(statement).Where(column => column.Is("real", "double precision") && IsMoney(column.Name)))
            yield return new Hit($"{column.Table}.{column.Name} rounds amounts. Take numeric.");
    }

    private static bool IsMoney(string column) => column.Split('_').Any(word => Amounts.Contains(word.ToLowerInvariant()));
}
