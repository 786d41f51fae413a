namespace Be.Postgres.Review.Rules;

internal sealed class CharColumn : ReviewRule
{
    public override string Id => "char-column";

    public override Area Area => Area.Schema;

    public override Urgency Urgency => Urgency.Advice;

    public override string Title => "A column is char(n).";

    public override string Why =>
        "It is filled up with spaces, which take room and which comparisons, length and like treat each in their own way; it "
        + "does not refuse text that is too short. PostgreSQL wiki, \"Don't Do This\", char(n).";

    public override string Instead => "text with check (char_length(the_column) = n), added not valid and then validated";

    /// <summary>Those of 36 characters are <see cref="UuidInText"/>'s.</summary>
    public override string Sql =>
        Own.ColumnsWhere(
            "a.atttypid in ('bpchar'::regtype, 'bpchar[]'::regtype) and format_type(a.atttypid, a.atttypmod) <> 'character(36)'"
        );
}
