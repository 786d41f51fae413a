namespace Be.Postgres.Review.Rules;

internal sealed class TimestampWithoutZone : ReviewRule
{
    public override string Id => "timestamp-without-zone";

    public override Area Area => Area.Schema;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "A column is timestamp, which is no point in time.";

    public override string Why =>
        "It keeps a date and a clock without saying where that clock hangs: differences and comparisons are wrong across zones "
        + "and when summer time begins or ends. PostgreSQL wiki, \"Don't Do This\", timestamp (without time zone).";

    public override string Instead =>
        "timestamptz: a new column, filled in batches with the_old at time zone 'the zone that was meant', then used in place of this one";

    public override string Sql => Own.ColumnsWhere("a.atttypid in ('timestamp'::regtype, 'timestamp[]'::regtype)");
}
