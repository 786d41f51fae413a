using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class EnumValueNotPlaced : Rule
{
    public override string Id => "enum-value-not-placed";

    public override Severity Severity => Severity.Advice;

    public override string Title => "A value is added to an enum without a place.";

    public override string Why =>
        "It comes last, and so sorts behind all others; the order cannot be changed later. PostgreSQL manual, alter type.";

    public override string Instead => "alter type mood add value if not exists 'content' after 'sad';";

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (statement.Statement is AddEnumValue { IsPlaced: false } added && !IsNew(added.Type))
            yield return new Hit(
                $"'{added.Label}' sorts behind every other value of {added.Type}, for ever; say 'before' or 'after' which."
            );

        bool IsNew(ObjectName type) => statement.Before.Any(before => before.Statement is CreateType made && made.Type.Matches(type));
    }
}
