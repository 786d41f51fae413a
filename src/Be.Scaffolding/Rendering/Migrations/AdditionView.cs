using Be.Scaffolding.Rendering.Views;

namespace Be.Scaffolding.Rendering.Migrations;

/// <summary>Fields that a table gains, as the migration templates see them.</summary>
internal sealed class AdditionView(EntityView entity, IReadOnlyList<FieldView> fields)
{
    public string Table => entity.Table;
    public IReadOnlyList<FieldView> Fields => fields;
    public bool Several => fields.Count > 1;
    public string Names => string.Join("_and_", fields.Select(column => column.ColumnName));

    public IReadOnlyList<string> AddLines =>
        Separated([
            .. fields.Select(column => "add column " + ColumnText.Of(column)),
            .. Constraints.Select(constraint => $"add {constraint} not valid"),
        ]);

    public IReadOnlyList<string> DropLines => Separated([.. fields.Reverse().Select(column => "drop column " + column.Column)]);

    /// <summary>Constraints on the new columns; they are validated later, without blocking writers.</summary>
    public IReadOnlyList<string> Constraints =>
        [.. fields.SelectMany(column => ColumnText.Checks(entity, column).Concat(ColumnText.ForeignKeys(entity, column)))];

    public IReadOnlyList<string> ConstraintNames => [.. Constraints.Select(constraint => constraint.Split(' ')[1])];

    public IEnumerable<IndexView> Indexes => fields.SelectMany(column => IndexView.Of(entity, column));

    public IEnumerable<IndexView> UniqueIndexes =>
        fields.Where(column => column.Field.Unique).Select(column => IndexView.OfConstraint(entity, column));

    private static List<string> Separated(IReadOnlyList<string> lines) =>
        [.. lines.Select((line, index) => index == lines.Count - 1 ? line + ";" : line + ",")];
}
