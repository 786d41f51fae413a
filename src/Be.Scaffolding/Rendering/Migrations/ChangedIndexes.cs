using System.Collections.Immutable;
using Be.Scaffolding.Rendering.Views;

namespace Be.Scaffolding.Rendering.Migrations;

/// <summary>The migrations of the indexes that an entity needs and did not need, and the other way round.</summary>
/// <param name="before">The entity as it was.</param>
/// <param name="after">As it is to be.</param>
/// <param name="gone">Columns that go, and their indexes with them.</param>
/// <param name="render">Makes a file of a template, a name and a view.</param>
internal sealed class ChangedIndexes(
    EntityView before,
    EntityView after,
    ImmutableArray<string> gone,
    Func<string, string, object, MigrationFile> render
)
{
    private readonly HashSet<(string, string)> had = [.. All(before).Select(Identity)];
    private readonly HashSet<(string, string)> has = [.. All(after).Select(Identity)];

    public IEnumerable<MigrationFile> Files()
    {
        var uniques = UniquesOf(after).Where(IsNew).ToList();
        return
        [
            .. FieldsOf(after).Where(IsNew).Select(Create),
            .. uniques.Select(index => HadColumn(index) ? CreateUnique(index) : Create(index)),
            // A constraint holds for all rows, deleted ones too; then the index is all.
            .. after.HidesDeleted ? [] : uniques.Select(index => File("add_unique", $"constrain_{index.FileName}", index, index)),
            .. SortsOf(after).Where(IsNew).Select(Create),
            .. UniquesOf(before).Where(IsOver).Select(DropUnique),
            .. FieldsOf(before).Concat(SortsOf(before)).Where(IsOver).Select(index => Drop(index, isLater: true)),
        ];
    }

    private static IEnumerable<IndexView> FieldsOf(EntityView entity) => entity.Fields.SelectMany(field => IndexView.Of(entity, field));

    private static IEnumerable<IndexView> UniquesOf(EntityView entity) =>
        entity.Fields.Where(field => field.Field.Unique).Select(field => IndexView.OfConstraint(entity, field));

    private static IEnumerable<IndexView> SortsOf(EntityView entity) => entity.Sorts.Select(sort => IndexView.Of(entity, sort));

    private static IEnumerable<IndexView> All(EntityView entity) => [.. FieldsOf(entity), .. UniquesOf(entity), .. SortsOf(entity)];

    private static (string, string) Identity(IndexView index) => (index.Name, index.Columns);

    private bool IsNew(IndexView index) => !had.Contains(Identity(index));

    private bool IsOver(IndexView index) => !has.Contains(Identity(index)) && !gone.Any(index.ColumnNames.Contains);

    private bool HadColumn(IndexView index) => before.Fields.Any(field => index.ColumnNames.Contains(field.ColumnName));

    private MigrationFile Create(IndexView index) => File("create_index", $"index_{index.FileName}", index, index);

    private MigrationFile CreateUnique(IndexView index)
    {
        var field = after.Fields.First(one => index.ColumnNames.Contains(one.ColumnName));
        var conditions = new[] { field.Nullable ? $"{field.Column} is not null" : null, after.HidesDeleted ? "deleted_at is null" : null };
        var view = new
        {
            Index = index,
            Values = IndexView.Owner(after) + field.Column,
            Where = string.Join(" and ", conditions.OfType<string>()) is { Length: > 0 } where ? $" where {where}" : "",
        };
        return File("create_unique_index", $"index_{index.FileName}", index, view);
    }

    /// <summary>What new programs write must not be refused: now, not later.</summary>
    private MigrationFile DropUnique(IndexView index) =>
        before.HidesDeleted ? Drop(index, isLater: false) : File("drop_unique", $"release_{index.FileName}", index, index);

    /// <summary>Programs from before may filter and sort by it.</summary>
    private MigrationFile Drop(IndexView index, bool isLater) =>
        File("drop_index", $"drop_{index.FileName}", index, new { Index = index, IsLater = isLater }) with
        {
            IsLater = isLater,
        };

    private MigrationFile File(string template, string name, IndexView index, object view) =>
        render(template, name, view) with
        {
            Table = after.Table,
            Things = [index.Name],
        };
}
