using System.Collections.Immutable;
using Be.Scaffolding.Model;
using Be.Scaffolding.Rendering.Views;

namespace Be.Scaffolding.Rendering.Migrations;

/// <summary>A column that goes, as the migration templates see it: with all that goes with it, to bring it back.</summary>
/// <param name="entity">The entity while it has the leaving.</param>
/// <param name="leaving">The leaving.</param>
/// <param name="removed">All columns that go.</param>
/// <param name="guard">The migration that made its guard; null when it has none.</param>
internal sealed class RemovalView(EntityView entity, FieldView leaving, ImmutableArray<string> removed, string? guard)
{
    public string Table => entity.Table;
    public string Column => leaving.Column;
    public string ColumnName => leaving.ColumnName;

    /// <summary>The other table that is locked meanwhile; null without a foreign key.</summary>
    public string? Target => leaving.Reference is { IsForeign: false, IsSelf: false } reference ? reference.TargetTable : null;

    /// <summary>What rows of new programs get that leave out a field which those from before must read; null when there is no such value.</summary>
    public string? StandIn =>
        leaving is not { Required: true, Field.Unique: false } ? null
        : Fields.StandIn.Of(leaving.Field.Type) is { } value ? DefaultValue.Of(leaving.Field with { Default = value }, leaving.EnumName).Sql
        : leaving.Field.Type switch
        {
            ArrayType or ScalarType { Scalar: Scalar.Json } => "'{}'",
            ScalarType { Scalar: Scalar.Bytes } => "''",
            _ => null,
        };

    /// <summary>The column as it was when it went.</summary>
    public string Definition
    {
        get
        {
            var isRequired = !leaving.Nullable && (leaving.Default is not null || StandIn is not null);
            var value = leaving.Default?.Sql ?? StandIn;
            return $"{leaving.Column} {leaving.SqlType}" + (isRequired ? " not null" : "") + (value is null ? "" : $" default {value}");
        }
    }

    public IReadOnlyList<string> AddLines => [.. Added.Select((line, index) => "add " + line + (index == Added.Count - 1 ? ";" : ","))];

    public IEnumerable<IndexView> Indexes =>
        [
            .. IndexView.Of(entity, leaving),
            .. leaving.Field.Unique && entity.HidesDeleted ? [IndexView.OfConstraint(entity, leaving)] : (IndexView[])[],
            .. entity.Sorts.Select(sort => IndexView.Of(entity, sort)).Where(IsLastToGo),
        ];

    /// <summary>Whether bringing it back takes long.</summary>
    public bool IsBuilt => Added.Count > 1 || Indexes.Any();

    public bool HasGuard => guard is not null;
    public string? DropGuard => guard is null ? null : SqlPart.DownOf(guard);
    public string? CreateGuard => guard is null ? null : SqlPart.UpOf(guard);

    private IReadOnlyList<string> Added =>
        [
            "column " + Definition,
            .. leaving.Field.Unique && !entity.HidesDeleted ? [Unique] : (string[])[],
            .. ColumnText.Checks(entity, leaving),
            .. ColumnText.ForeignKeys(entity, leaving),
        ];

    private string Unique =>
        $"constraint {ColumnText.Name(entity, leaving.ColumnName, "key")} unique ({IndexView.Owner(entity)}{leaving.Column})";

    /// <summary>An index of several columns that go comes back with the first of them, which is the last to come back.</summary>
    private bool IsLastToGo(IndexView index) => removed.FirstOrDefault(index.ColumnNames.Contains) == leaving.ColumnName;
}
