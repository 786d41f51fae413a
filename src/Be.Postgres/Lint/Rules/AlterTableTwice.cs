using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class AlterTableTwice : Rule
{
    public override string Id => "alter-table-twice";

    public override Severity Severity => Severity.Advice;

    public override string Title => "Two statements in a row alter one table.";

    public override string Why =>
        "One statement with several actions takes the lock once, and reads or writes the table once for all of them. PostgreSQL manual, "
        + "alter table, notes.";

    public override string Instead =>
        """
            alter table sales.orders
                add column note text,
                add column status text not null default 'draft';
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (
            statement is { InTransaction: true, Before: [.., { Statement: AlterTable { Kind: RelationKind.Table } first }] }
            && statement.Statement is AlterTable { Kind: RelationKind.Table } second
            && !statement.IsNew(second.Table)
            && first.Table == second.Table
            && first.IfExists == second.IfExists
            && CanBeOne(first, second)
        )
            yield return new Hit($"{second.Table} is altered twice in a row: one 'alter table' with all actions does.");
    }

    /// <summary>
    /// PostgreSQL drops first, whatever the order of the actions: what the second one takes away must not be what the first one made or needed.
    /// Renames and the like stand alone. Validating may stay apart: its lock is weak, and an error then names its line.
    /// </summary>
    private static bool CanBeOne(AlterTable first, AlterTable second) =>
        first.Actions.Concat(second.Actions).All(action => IsDrop(action) || IsAdd(action))
        && (!second.Actions.Any(IsDrop) || first.Actions.All(IsDrop));

    private static bool IsAdd(TableAction action) =>
        action is AddColumn or AddConstraint or SetNotNull or ChangeType or ChangeDefault { Expression: not null };

    private static bool IsDrop(TableAction action) =>
        action is Sql.DropColumn or DropConstraint or Sql.DropNotNull or ChangeDefault { Expression: null };
}
