using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class VarcharLimit : Rule
{
    public override string Id => "varchar-limit";

    public override Severity Severity => Severity.Advice;

    public override string Title => "A column is varchar(n).";

    public override string Why =>
        "It stores and reads as text does, and a smaller limit later rewrites the table under a lock, where a check can "
        + "be changed without one. PostgreSQL manual, \"Character Types\".";

    public override string Instead =>
        """
            name text not null,
            constraint customers_name_check check (char_length(name) <= 100)
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        foreach (var column in TypedColumn.Of(statement).Where(IsLimited))
        {
            yield return new Hit(
                $"The limit of {column.Table}.{column.Name} is part of its type; as a check on text it can be changed without a rewrite."
            )
            {
                Rewrite = column.Retyped(statement, Checked),
            };
        }
    }

    private static bool IsLimited(TypedColumn column) =>
        column.Is("character varying") && column.Type is { Modifiers.Count: 1, Dimensions: 0 };

    private static string? Checked(TypedColumn column) =>
        IsLimited(column) ? $"text check (char_length({Scaffolding.Model.Sql.Quote(column.Name)}) <= {column.Type.Modifiers[0]})" : null;
}
