using Be.Scaffolding.Model;
using Be.Scaffolding.Rendering.Views;

namespace Be.Scaffolding.Rendering.Migrations;

/// <summary>A column and its constraints in SQL.</summary>
internal static class ColumnText
{
    public static string Of(FieldView field)
    {
        var notNull = field.Nullable ? "" : " not null";
        var byDefault = field.Default is null ? "" : $" default {field.Default.Sql}";
        return $"{field.Column} {field.SqlType}{notNull}{byDefault}";
    }

    /// <summary>A constraint's or index's name, quoted where it must be.</summary>
    public static string Name(EntityView entity, params string[] parts) => Sql.Quote(Sql.ConstraintName([entity.TableName, .. parts]));

    public static IEnumerable<string> Checks(EntityView entity, FieldView field) =>
        field.CheckName is { } suffix ? [$"constraint {Name(entity, field.ColumnName, suffix)} check ({field.CheckCondition})"] : [];

    public static IEnumerable<string> ForeignKeys(EntityView entity, FieldView field) =>
        field.Reference is { IsForeign: false } reference
            ?
            [
                $"constraint {Name(entity, field.ColumnName, "fkey")} foreign key ({field.Column}) references {reference.TargetTable} (id) on delete {reference.OnDeleteSql}",
            ]
            : [];

    /// <summary>Whether the field has an index of its own; a unique one has that of its constraint.</summary>
    public static bool NeedsIndex(FieldView field) => !field.Field.Unique && (field.Field.Index || field.Reference is not null);
}
