using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class CharType : Rule
{
    public override string Id => "char-type";

    public override Severity Severity => Severity.Warning;

    public override string Title => "A column is char(n).";

    public override string Why =>
        "Values are filled up with spaces, which count in some comparisons and not in others; it is slower than text and "
        + "saves no room. PostgreSQL manual, \"Character Types\".";

    public override string Instead =>
        """
            country text not null,
            constraint orders_country_check check (char_length(country) = 2)
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        foreach (var column in TypedColumn.Of(statement).Where(column => column.Is("character")))
            yield return new Hit(
                $"{column.Table}.{column.Name} is char: its values are filled up with spaces. Take text, with a check on its length."
            );
    }
}
