using Be.Postgres.Sql;

namespace Be.Postgres.Lint;

/// <summary>A lock that a statement takes on a table.</summary>
/// <remarks>PostgreSQL manual, <c>alter table</c> and "Explicit Locking", of the versions 14 to 18.</remarks>
public sealed record TableLock(ObjectName Table, LockLevel Level, Work Work)
{
    /// <summary>Those of a statement, on tables that are new in the same transaction, too.</summary>
    public static IEnumerable<TableLock> Of(StatementContext statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return statement.Statement switch
        {
            AlterTable { Kind: RelationKind.Table } alter => alter.Actions.SelectMany(action =>
                Of(alter.Table, action, statement.Catalogue)
            ),
            CreateTable create => OfReferences(create),
            CreateIndex index => [new(index.Table, index.Concurrently ? LockLevel.ShareUpdateExclusive : LockLevel.Share, Work.BuildIndex)],
            Drop drop => Of(drop, statement.Catalogue),
            CreateOther { Kind: "trigger", On: { } table } => [new(table, LockLevel.ShareRowExclusive, Work.None)],
            CreateOther { Kind: "policy" or "rule", On: { } table } => [new(table, LockLevel.AccessExclusive, Work.None)],
            Truncate truncate => truncate.Tables.Select(table => new TableLock(table, LockLevel.AccessExclusive, Work.None)),
            LockTables locked => locked.Tables.Select(table => new TableLock(table, LevelOf(locked.Mode), Work.None)),
            Reindex { Kind: "table", Name: { } table } reindex =>
            [
                new(table, reindex.Concurrently ? LockLevel.ShareUpdateExclusive : LockLevel.Share, Work.BuildIndex),
            ],
            Reindex { Kind: "index", Name: { } index } reindex when statement.Catalogue.OfIndex(index) is { } table =>
            [
                new(table.Name, reindex.Concurrently ? LockLevel.ShareUpdateExclusive : LockLevel.Share, Work.BuildIndex),
            ],
            Cluster { Table: { } table } => [new(table, LockLevel.AccessExclusive, Work.Rewrite)],
            RefreshView refresh =>
            [
                new(refresh.View, refresh.Concurrently ? LockLevel.Exclusive : LockLevel.AccessExclusive, Work.Rewrite),
            ],
            ChangeRows change => [new(change.Table, LockLevel.RowExclusive, change.HasWhere ? Work.None : Work.Scan)],
            _ => [],
        };
    }

    private static IEnumerable<TableLock> Of(ObjectName table, TableAction action, Catalogue catalogue)
    {
        switch (action)
        {
            case AddColumn add:
                yield return new(table, LockLevel.AccessExclusive, NewColumn.WorkOf(add.Column));
                if (add.Column.Constraint<ReferencesColumn>() is { } references)
                    yield return new(references.Reference.Table, LockLevel.ShareRowExclusive, Work.None);
                break;
            case ChangeType change:
                yield return new(
                    table,
                    LockLevel.AccessExclusive,
                    TypeChange.Work(catalogue.Find(table)?.Columns.GetValueOrDefault(change.Column)?.Type, change)
                );
                break;
            case SetNotNull set:
                yield return new(
                    table,
                    LockLevel.AccessExclusive,
                    catalogue.Find(table)?.IsNeverNull(set.Column) is true ? Work.None : Work.Scan
                );
                break;
            case AddConstraint { Constraint: { Kind: ConstraintKind.ForeignKey, Reference: { } reference } constraint }:
                yield return new(table, LockLevel.ShareRowExclusive, constraint.NotValid ? Work.None : Work.Scan);
                yield return new(reference.Table, LockLevel.ShareRowExclusive, constraint.NotValid ? Work.None : Work.Scan);
                break;
            case AddConstraint { Constraint: var constraint }:
                yield return new(table, LockLevel.AccessExclusive, Of(constraint));
                break;
            case ValidateConstraint:
                yield return new(table, LockLevel.ShareUpdateExclusive, Work.Scan);
                break;
            case AttachPartition attach:
                yield return new(table, LockLevel.ShareUpdateExclusive, Work.None);
                yield return new(attach.Partition, LockLevel.AccessExclusive, Work.Scan);
                break;
            case DetachPartition detach:
                var level = detach.Concurrently || detach.Finalize ? LockLevel.ShareUpdateExclusive : LockLevel.AccessExclusive;
                yield return new(table, level, Work.None);
                yield return new(detach.Partition, level, Work.None);
                break;
            case RewriteTable:
                yield return new(table, LockLevel.AccessExclusive, Work.Rewrite);
                break;
            case ChangeExpression { Expression: not null } or AddIdentity:
                yield return new(table, LockLevel.AccessExclusive, action is AddIdentity ? Work.None : Work.Rewrite);
                break;
            case OtherAction other:
                yield return new(table, LevelOf(other), Work.None);
                break;
            default:
                yield return new(table, LockLevel.AccessExclusive, Work.None);
                break;
        }
    }

    private static Work Of(TableConstraint constraint) =>
        constraint switch
        {
            { UsingIndex: not null } or { NotValid: true } => Work.None,
            { Kind: ConstraintKind.Check or ConstraintKind.NotNull } => Work.Scan,
            _ => Work.BuildIndex,
        };

    private static IEnumerable<TableLock> OfReferences(CreateTable create)
    {
        var references = create
            .Columns.Select(column => column.Constraint<ReferencesColumn>()?.Reference.Table)
            .Concat(create.Constraints.Select(constraint => constraint.Reference?.Table));
        foreach (var table in references.OfType<ObjectName>().Where(table => !table.Matches(create.Table)).Distinct())
            yield return new(table, LockLevel.ShareRowExclusive, Work.None);
        if (create.PartitionOf is { } parent)
            yield return new(parent, LockLevel.AccessExclusive, Work.None);
    }

    private static IEnumerable<TableLock> Of(Drop drop, Catalogue catalogue) =>
        drop.Kind switch
        {
            "table" or "materialized view" => drop.Names.Select(table => new TableLock(table, LockLevel.AccessExclusive, Work.None)),
            "trigger" or "policy" or "rule" when drop.On is { } table => [new(table, LockLevel.AccessExclusive, Work.None)],
            "index" => drop
                .Names.Select(catalogue.OfIndex)
                .OfType<Table>()
                .Select(table => new TableLock(
                    table.Name,
                    drop.Concurrently ? LockLevel.ShareUpdateExclusive : LockLevel.AccessExclusive,
                    Work.None
                )),
            _ => [],
        };

    /// <summary>Planner's statistics and storage parameters need little; all else stops everybody.</summary>
    private static LockLevel LevelOf(OtherAction action) =>
        action.Text.Contains(" statistics ", StringComparison.OrdinalIgnoreCase)
        || action.Text.StartsWith("set (", StringComparison.OrdinalIgnoreCase)
        || action.Text.StartsWith("reset (", StringComparison.OrdinalIgnoreCase)
        || action.Text.StartsWith("cluster ", StringComparison.OrdinalIgnoreCase)
            ? LockLevel.ShareUpdateExclusive
        : action.Text.Contains(" trigger ", StringComparison.OrdinalIgnoreCase) ? LockLevel.ShareRowExclusive
        : LockLevel.AccessExclusive;

    private static LockLevel LevelOf(string mode) =>
        mode switch
        {
            "access share" => LockLevel.AccessShare,
            "row share" => LockLevel.RowShare,
            "row exclusive" => LockLevel.RowExclusive,
            "share update exclusive" => LockLevel.ShareUpdateExclusive,
            "share" => LockLevel.Share,
            "share row exclusive" => LockLevel.ShareRowExclusive,
            "exclusive" => LockLevel.Exclusive,
            _ => LockLevel.AccessExclusive,
        };
}
