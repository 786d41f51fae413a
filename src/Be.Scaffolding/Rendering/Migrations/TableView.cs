using Be.Scaffolding.Model;
using Be.Scaffolding.Rendering.Views;

namespace Be.Scaffolding.Rendering.Migrations;

/// <summary>A table as the migration templates see it: the lines of its definition, made and aligned.</summary>
internal sealed class TableView
{
    public TableView(EntityView entity, IReadOnlySet<FieldView> withoutForeignKey)
    {
        Entity = entity;
        var lines = new List<string> { entity.IsUuid ? "id uuid not null" : "id bigint generated always as identity" };
        if (entity.IsOwned)
            lines.Add("owner_id uuid not null");
        lines.AddRange(entity.Fields.Select(ColumnText.Of));
        lines.Add("created_at timestamptz not null default now()");
        lines.Add("updated_at timestamptz not null default now()");
        if (entity.HidesDeleted)
            lines.Add("deleted_at timestamptz");
        lines.Add($"constraint {ColumnText.Name(entity, "pkey")} primary key (id)");
        lines.AddRange(
            entity
                .Fields.Where(field => field.Field.Unique && !entity.HidesDeleted)
                .Select(field =>
                    $"constraint {ColumnText.Name(entity, field.ColumnName, "key")} unique ({IndexView.Owner(entity)}{field.Column})"
                )
        );
        foreach (var field in entity.Fields)
        {
            lines.AddRange(ColumnText.Checks(entity, field));
            if (!withoutForeignKey.Contains(field))
                lines.AddRange(ColumnText.ForeignKeys(entity, field));
        }

        Lines = [.. lines.Select((line, index) => index == lines.Count - 1 ? line : line + ",")];
        Indexes =
        [
            .. entity.HidesDeleted || entity.IsOwned ? [IndexView.Of(entity, SortView.Of(entity, "id"))] : (IndexView[])[],
            .. entity.HidesDeleted ? Live(entity) : [],
            .. entity.Fields.SelectMany(field => IndexView.Of(entity, field)),
            .. SortsOf(entity).Select(sort => IndexView.Of(entity, sort)),
        ];
    }

    public EntityView Entity { get; }
    public string Table => Entity.Table;
    public IReadOnlyList<string> Lines { get; }
    public IReadOnlyList<IndexView> Indexes { get; }

    /// <summary>Values that no two rows share which are not deleted.</summary>
    private static IEnumerable<IndexView> Live(EntityView entity) =>
        entity.Fields.Where(field => field.Field.Unique).Select(field => IndexView.OfConstraint(entity, field));

    private static IEnumerable<SortView> SortsOf(EntityView entity) => entity.Sorts.Prepend(SortView.Of(entity, "createdAt"));
}
