namespace Be.Postgres.Review.Rules;

internal sealed class MoneyColumn : ReviewRule
{
    public override string Id => "money-column";

    public override Area Area => Area.Schema;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "A column is money.";

    public override string Why =>
        "How many decimals it has, and what its text means, depends on the setting lc_monetary of whoever reads it; it knows "
        + "no currency. PostgreSQL wiki, \"Don't Do This\", money.";

    public override string Instead => "numeric(p, s), with a column for the currency where there is more than one";

    public override string Sql => Own.ColumnsWhere("a.atttypid in ('money'::regtype, 'money[]'::regtype)");
}
