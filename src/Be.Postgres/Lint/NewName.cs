using Be.Postgres.Sql;

namespace Be.Postgres.Lint;

/// <summary>A name that a statement gives to something.</summary>
/// <param name="Kind">What it names, in words.</param>
internal sealed record NewName(string Kind, string Name)
{
    /// <summary>Kinds that are named by whoever wrote them, or by the server.</summary>
    private static readonly string[] NamedElsewhere =
    [
        "extension",
        "language",
        "role",
        "user",
        "group",
        "database",
        "collation",
        "operator class",
    ];

    /// <summary>Those of a statement, but none of a temporary table.</summary>
    public static IEnumerable<NewName> Of(Statement statement) =>
        statement switch
        {
            CreateTable { IsTemporary: false } create =>
            [
                new("table", create.Table.Name),
                .. create.Columns.SelectMany(Of),
                .. create.Constraints.SelectMany(Of),
            ],
            AlterTable alter => alter.Actions.SelectMany(action => Of(alter.Kind, action)),
            CreateIndex { Name: { } index } => [new("index", index)],
            CreateOther other when !NamedElsewhere.Contains(other.Kind) => [new(other.Kind, other.Name.Name)],
            CreateType type => [new(type.Kind == TypeKind.Domain ? "domain" : "type", type.Type.Name)],
            CreateRoutine routine => [new(routine.Kind, routine.Name.Name)],
            Rename rename when !NamedElsewhere.Contains(rename.Kind) => [new(rename.Kind, rename.To)],
            _ => [],
        };

    private static IEnumerable<NewName> Of(RelationKind kind, TableAction action) =>
        action switch
        {
            AddColumn add => Of(add.Column),
            AddConstraint add => Of(add.Constraint),
            RenameColumn rename => [new("column", rename.To)],
            RenameConstraint rename => [new("constraint", rename.To)],
            RenameTable rename => [new(WordOf(kind), rename.To)],
            _ => [],
        };

    private static IEnumerable<NewName> Of(ColumnDefinition column) =>
        column
            .Constraints.Select(constraint => constraint.Name)
            .OfType<string>()
            .Select(name => new NewName("constraint", name))
            .Prepend(new("column", column.Name));

    private static IEnumerable<NewName> Of(TableConstraint constraint) => constraint.Name is { } name ? [new("constraint", name)] : [];

    private static string WordOf(RelationKind kind) =>
        kind switch
        {
            RelationKind.View or RelationKind.MaterializedView => "view",
            RelationKind.Index => "index",
            RelationKind.Sequence => "sequence",
            _ => "table",
        };
}
