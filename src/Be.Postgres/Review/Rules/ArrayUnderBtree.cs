namespace Be.Postgres.Review.Rules;

internal sealed class ArrayUnderBtree : ReviewRule
{
    public override string Id => "array-under-btree";

    public override Area Area => Area.Indexes;

    public override Urgency Urgency => Urgency.Advice;

    public override string Title => "A b-tree holds whole arrays.";

    public override string Why =>
        "It finds arrays that are equal or sort before another; what queries ask for, whether an array holds a value (@>, &&), "
        + "reads all of the table. PostgreSQL manual, \"GIN Indexes\" and \"Array Functions and Operators\".";

    public override string Instead => "create index concurrently … using gin (the column); then drop index concurrently for the b-tree";

    public override string Sql =>
        $"""
            select
                {Own.Index} as subject,
                format('%I is %s, in a table of %s', a.attname, format_type(a.atttypid, a.atttypmod), {Own.About}) as detail,
                {Own.Rows} as weight
            from {Own.Indexes}
            join pg_attribute a on a.attrelid = c.oid and a.attnum = any ((i.indkey::int2[])[0:i.indnkeyatts - 1])
            join pg_type t on t.oid = a.atttypid and t.typcategory = 'A'
            where m.amname = 'btree' and not i.indisunique
            order by weight desc, subject
            """;
}
