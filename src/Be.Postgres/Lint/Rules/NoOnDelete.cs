namespace Be.Postgres.Lint.Rules;

internal sealed class NoOnDelete : Rule
{
    public override string Id => "no-on-delete";

    public override Severity Severity => Severity.Advice;

    public override string Title => "A foreign key does not say what happens 'on delete'.";

    public override string Why =>
        "What is not said is 'no action': whoever deletes gets an error, and whoever reads cannot tell whether somebody "
        + "wanted that. PostgreSQL manual, \"Foreign Keys\".";

    public override string Instead =>
        "constraint orders_customer_id_fkey foreign key (customer_id) references sales.customers (id) on delete restrict";

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        foreach (var key in NewForeignKey.Of(statement).Where(key => key.Reference.OnDelete is null))
            yield return new Hit(
                $"What happens to {key.Table} when the row in {key.Reference.Table} is deleted is not said: restrict, cascade or set null."
            );
    }
}
