using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class MoneyType : Rule
{
    public override string Id => "money-type";

    public override Severity Severity => Severity.Warning;

    public override string Title => "A column is money.";

    public override string Why =>
        "What its values mean depends on the setting lc_monetary of whoever reads them; it has no currency and a fixed "
        + "number of digits. PostgreSQL manual, \"Monetary Types\".";

    public override string Instead => "total numeric(18, 2) not null";

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        foreach (var column in TypedColumn.Of(statement).Where(column => column.Is("money")))
            yield return new Hit(
                $"The values of {column.Table}.{column.Name} change their meaning with a setting of the session. "
                    + "Take numeric, with the currency beside it."
            );
    }
}
