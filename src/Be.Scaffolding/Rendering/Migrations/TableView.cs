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
        lines.AddRange(entity.Fields.Select(ColumnText.Of));
        lines.Add("created_at timestamptz not null default now()");
        lines.Add("updated_at timestamptz not null default now()");
        lines.Add($"constraint {ColumnText.Name(entity, "pkey")} primary key (id)");
        lines.AddRange(
            entity
                .Fields.Where(field => field.Field.Unique)
                .Select(field => $"constraint {ColumnText.Name(entity, field.ColumnName, "key")} unique ({field.Column})")
        );
        foreach (var field in entity.Fields)
        {
            lines.AddRange(ColumnText.Checks(entity, field));
            if (!withoutForeignKey.Contains(field))
                lines.AddRange(ColumnText.ForeignKeys(entity, field));
        }

        Lines = [.. lines.Select((line, index) => index == lines.Count - 1 ? line : line + ",")];
        Indexes = [.. entity.Fields.Where(ColumnText.NeedsIndex).Select(field => new IndexView(entity, field))];
    }

    public EntityView Entity { get; }
    public string Table => Entity.Table;
    public IReadOnlyList<string> Lines { get; }
    public IReadOnlyList<IndexView> Indexes { get; }
}

/// <summary>An index on one field, with the key as tie-break so that it also serves a list in that order.</summary>
internal sealed class IndexView(EntityView entity, FieldView column)
{
    private readonly bool unique = column.Field.Unique;

    public string Name => ColumnText.Name(entity, column.ColumnName, unique ? "key" : "idx");
    public string FileName => Sql.ConstraintName(entity.TableName, column.ColumnName, unique ? "key" : "idx");
    public string QualifiedName => $"{Sql.Quote(entity.Schema)}.{Name}";
    public string Table => entity.Table;
    public string Kind => unique ? "unique index" : "index";
    public string Columns =>
        column.Field.Type switch
        {
            ArrayType or ScalarType { Scalar: Scalar.Json } => $"using gin ({column.Column})",
            _ => unique ? $"({column.Column})" : $"({column.Column}, id)",
        };
}
