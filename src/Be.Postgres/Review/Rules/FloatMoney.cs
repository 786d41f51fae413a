namespace Be.Postgres.Review.Rules;

internal sealed class FloatMoney : ReviewRule
{
    private const string Names = "(^|_)(amount|price|total|subtotal|cost|fee|balance|salary|wage|revenue|discount|tax|charge)s?($|_)";

    public override string Id => "float-money";

    public override Area Area => Area.Schema;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "An amount of money is kept in floating point, going by its name.";

    public override string Why =>
        "Most decimal fractions have no exact value there: sums drift, and two amounts that look equal are not. PostgreSQL "
        + "manual, \"Floating-Point Types\": use numeric for exact storage, such as for monetary amounts.";

    public override string Instead => "numeric(p, s): a new column, filled in batches, then used in place of this one";

    public override string Sql => Own.ColumnsWhere($"a.atttypid in ('real'::regtype, 'float8'::regtype) and a.attname ~* '{Names}'");
}
