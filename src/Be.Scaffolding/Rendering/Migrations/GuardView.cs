using Be.Scaffolding.Model;
using Be.Scaffolding.Rendering.Views;

namespace Be.Scaffolding.Rendering.Migrations;

/// <summary>What guards a reference to rows that are only hidden when they are deleted, as the migration template sees it.</summary>
internal sealed class GuardView(EntityView entity, FieldView referring)
{
    private ReferenceView Reference => referring.Reference!;

    public string Table => entity.Table;
    public string TableName => entity.TableName;
    public string Schema => entity.Schema;
    public bool HidesDeleted => entity.HidesDeleted;
    public string AndLive => entity.AndLive;
    public string Column => referring.Column;
    public string ColumnName => referring.ColumnName;
    public string Target => Reference.TargetTable;
    public bool IsToAnotherTable => Target != Table;
    public bool IsRestrict => Reference.IsRestrict;
    public bool IsCascade => Reference.IsCascade;
    public bool IsSetNull => Reference.IsSetNull;
    public string OnDelete => Reference.OnDeleteSql;

    /// <summary>The name of the foreign key.</summary>
    public string Constraint => Sql.ConstraintName(entity.TableName, referring.ColumnName, "fkey");

    public string LiveFunction => $"{Sql.Quote(entity.Schema)}.{Name("live")}";
    public string InsertTrigger => Name("insert", "live");
    public string UpdateTrigger => Name("update", "live");
    public string DeletedFunction => $"{Sql.Quote(entity.Schema)}.{DeletedTrigger}";
    public string DeletedTrigger => Name("deleted");

    private string Name(params string[] parts) => ColumnText.Name(entity, [referring.ColumnName, .. parts]);
}
