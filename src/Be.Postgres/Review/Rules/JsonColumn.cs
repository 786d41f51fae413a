namespace Be.Postgres.Review.Rules;

internal sealed class JsonColumn : ReviewRule
{
    public override string Id => "json-column";

    public override Area Area => Area.Schema;

    public override Urgency Urgency => Urgency.Advice;

    public override string Title => "A column is json where jsonb would do.";

    public override string Why =>
        "json is kept as text and parsed at every use; it has no =, so distinct, group by and union fail, and no index looks "
        + "into it. PostgreSQL manual, \"JSON Types\": most applications should prefer jsonb.";

    public override string Instead =>
        "a new jsonb column, filled in batches, then used in place of this one; json is right only where spaces, the order of "
        + "keys and keys that are there twice must stay";

    public override string Sql => Own.ColumnsWhere("a.atttypid in ('json'::regtype, 'json[]'::regtype)");
}
