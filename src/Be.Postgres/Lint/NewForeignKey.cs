using Be.Postgres.Sql;

namespace Be.Postgres.Lint;

/// <summary>A foreign key that a statement makes, of a new table or an old one.</summary>
/// <param name="Columns">Those that refer.</param>
internal sealed record NewForeignKey(ObjectName Table, IReadOnlyList<string> Columns, Reference Reference)
{
    /// <summary>Those of a statement, but none of a temporary table.</summary>
    public static IEnumerable<NewForeignKey> Of(StatementContext statement)
    {
        if (statement.Statement is CreateTable { IsTemporary: true })
            return [];
        var ofColumns = statement.NewColumns.SelectMany(column =>
            column
                .Column.Constraints.OfType<ReferencesColumn>()
                .Select(references => new NewForeignKey(column.Table, [column.Column.Name], references.Reference))
        );
        return ofColumns.Concat(
            statement.Statement switch
            {
                CreateTable create => create.Constraints.SelectMany(constraint => Of(create.Table, constraint)),
                AlterTable { Kind: RelationKind.Table } alter => alter
                    .Actions.OfType<AddConstraint>()
                    .SelectMany(add => Of(alter.Table, add.Constraint)),
                _ => [],
            }
        );
    }

    private static IEnumerable<NewForeignKey> Of(ObjectName table, TableConstraint constraint) =>
        constraint.Reference is { } reference ? [new(table, constraint.Columns, reference)] : [];
}
