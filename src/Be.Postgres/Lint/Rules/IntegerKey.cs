using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class IntegerKey : Rule
{
    public override string Id => "integer-key";

    public override Severity Severity => Severity.Warning;

    public override string Title => "A primary key is a 32-bit number, or smaller.";

    public override string Why =>
        "It ends at 2,147,483,647, with every insert failing, and a bigger type rewrites the table and all that refers to "
        + "it. The four bytes saved are mostly lost to alignment.";

    public override string Instead => "id bigint generated always as identity";

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        var keys = statement.Statement switch
        {
            CreateTable create => Keys(create.Constraints),
            AlterTable alter => Keys(alter.Actions.OfType<AddConstraint>().Select(add => add.Constraint)),
            _ => [],
        };
        foreach (var column in TypedColumn.Of(statement).Where(column => column.Is("integer", "smallint", "serial", "smallserial")))
        {
            if (column.Definition?.Constraint<PrimaryKeyColumn>() is not null || keys.Contains(column.Name))
                yield return new Hit($"{column.Table}.{column.Name} runs out of numbers. Take bigint.");
        }
    }

    /// <summary>The columns that are a key alone: part of a key may count less.</summary>
    private static List<string> Keys(IEnumerable<TableConstraint> constraints) =>
        [
            .. constraints
                .Where(constraint => constraint is { Kind: ConstraintKind.PrimaryKey, Columns.Count: 1 })
                .Select(constraint => constraint.Columns[0]),
        ];
}
