using Be.Scaffolding.Model;
using Be.Scaffolding.Rendering.Views;

namespace Be.Scaffolding.Rendering.Migrations;

/// <summary>An index as the migration templates see it.</summary>
internal sealed class IndexView
{
    private readonly EntityView entity;
    private readonly string[] parts;

    private IndexView(
        EntityView entity,
        string kind,
        string columns,
        bool isOfLists,
        IReadOnlyCollection<string> columnNames,
        params string[] parts
    ) =>
        (this.entity, Kind, Columns, ColumnNames, this.parts) = (
            entity,
            kind,
            entity.HidesDeleted && isOfLists ? columns + " where deleted_at is null" : columns,
            columnNames,
            parts
        );

    public string Kind { get; }
    public string Columns { get; }

    /// <summary>The columns of fields in it: it goes with each of them.</summary>
    public IReadOnlyCollection<string> ColumnNames { get; }

    public string Name => ColumnText.Name(entity, parts);
    public string FileName => Sql.ConstraintName([entity.TableName, .. parts]);
    public string QualifiedName => $"{Sql.Quote(entity.Schema)}.{Name}";
    public string Table => entity.Table;

    /// <summary>What stands before the columns of an index that serves one owner's rows.</summary>
    public static string Owner(EntityView entity) => entity.IsOwned ? "owner_id, " : "";

    /// <summary>What filters and sorts by the field need, beside the index of its constraint.</summary>
    public static IEnumerable<IndexView> Of(EntityView entity, FieldView field)
    {
        if (field.Field.Type is ArrayType or ScalarType { Scalar: Scalar.Json })
        {
            if (ColumnText.NeedsIndex(field))
                yield return Of(entity, field, $"using gin ({field.Column})", true, "idx");
            yield break;
        }

        // The foreign key is checked for deleted rows too, and whoever owns them.
        if ((entity.HidesDeleted || entity.IsOwned) && field.Reference is not null)
            yield return Of(entity, field, $"({field.Column})", false, "fkey", "idx");
        // The key breaks ties. Values of a unique field have none, but it may be null in many rows.
        if (ColumnText.NeedsIndex(field) || field is { Field.Unique: true, Nullable: true })
            yield return Of(entity, field, $"({Owner(entity)}{field.Column}, id)", true, "idx");
        if (field.IsSearched)
            yield return Of(entity, field, $"using gin ({field.Column} gin_trgm_ops)", true, "search", "idx");
    }

    /// <summary>The index of a unique constraint that a table with rows gains.</summary>
    public static IndexView OfConstraint(EntityView entity, FieldView field) =>
        new(entity, "unique index", $"({Owner(entity)}{field.Column})", true, [field.ColumnName], field.ColumnName, "key");

    /// <summary>The index of a sort; PostgreSQL reads it in both directions.</summary>
    public static IndexView Of(EntityView entity, SortView sort) =>
        new(entity, "index", $"({Owner(entity)}{sort.Columns})", true, [.. sort.ColumnNames], [.. sort.Names, "idx"]);

    private static IndexView Of(EntityView entity, FieldView field, string columns, bool isOfLists, params string[] ending) =>
        new(entity, "index", columns, isOfLists, [field.ColumnName], [field.ColumnName, .. ending]);
}
