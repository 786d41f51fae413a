using Be.Postgres.Sql;

namespace Be.Postgres.Lint;

/// <summary>What the migrations have made so far: tables with their columns, indexes and constraints.</summary>
public sealed class Catalogue
{
    private readonly List<Table> tables = [];

    /// <param name="live">The database to begin with; null: an empty one.</param>
    public Catalogue(LiveDatabase? live = null)
    {
        foreach (var statement in live?.Statements ?? [])
            Apply(statement);
    }

    /// <summary>The table of that name; null when no migration made it.</summary>
    public Table? Find(ObjectName name) => tables.Find(table => table.Name.Matches(name));

    /// <summary>The table that an index of that name is on; null when no migration made it.</summary>
    public Table? OfIndex(ObjectName index) =>
        tables.Find(table =>
            (index.Schema is null || table.Name.Schema == index.Schema) && table.Indexes.Exists(other => other.Name == index.Name)
        );

    /// <summary>Takes in what a statement does.</summary>
    public void Apply(Statement statement)
    {
        switch (statement)
        {
            case CreateTable { IsTemporary: false } create when Find(create.Table) is null:
                tables.Add(Table.Of(create));
                break;
            case AlterTable alter when Find(alter.Table) is { } table:
                foreach (var action in alter.Actions)
                    table.Apply(action);
                break;
            case CreateIndex index when Find(index.Table) is { } table:
                table.Indexes.Add(index);
                break;
            case Drop { Kind: "table" } drop:
                tables.RemoveAll(table => drop.Names.Any(table.Name.Matches));
                break;
            case Drop { Kind: "index" } drop:
                foreach (var name in drop.Names)
                    OfIndex(name)?.Indexes.RemoveAll(index => index.Name == name.Name);
                break;
            case Drop { Kind: "schema" } drop:
                tables.RemoveAll(table => drop.Names.Any(schema => schema.Name == table.Name.Schema));
                break;
        }
    }
}

/// <summary>A table as the migrations have left it.</summary>
public sealed class Table
{
    private Table(ObjectName name) => Name = name;

    /// <summary>Its name now.</summary>
    public ObjectName Name { get; private set; }

    /// <summary>What it is partitioned by, as written; null when it is not, or nobody knows.</summary>
    public string? PartitionKey { get; private init; }

    /// <summary>Its columns by name.</summary>
    public Dictionary<string, Column> Columns { get; } = [];

    /// <summary>Its constraints that have a name or are known by their columns.</summary>
    public List<TableConstraint> Constraints { get; } = [];

    /// <summary>Its indexes, those of constraints aside.</summary>
    public List<CreateIndex> Indexes { get; } = [];

    /// <summary>Whether an index begins with these columns, in any order.</summary>
    public bool HasIndexOn(IReadOnlyList<string> columns) =>
        Indexes.Exists(index =>
            (index.Where is null || columns.Any(column => SaysNotNull(index.Where, column)))
            && BeginsWith(index.Keys.Select(key => key.Column), columns)
        )
        || Constraints.Exists(constraint =>
            constraint.Kind is ConstraintKind.PrimaryKey or ConstraintKind.Unique && BeginsWith(constraint.Columns, columns)
        );

    /// <summary>
    /// Whether a check that is valid says that the column is not null: then <c>set not null</c> reads nothing (version 12 and newer).
    /// </summary>
    public bool HasValidCheckOf(string column) =>
        Constraints.Exists(constraint =>
            constraint is { Kind: ConstraintKind.Check, NotValid: false, Expression: { } check } && SaysNotNull(check, column)
        );

    /// <summary>Whether it is known that the column holds no null: <c>set not null</c> finds nothing to do, or nothing to read.</summary>
    public bool IsNeverNull(string column) => Columns.GetValueOrDefault(column) is { IsRequired: true } || HasValidCheckOf(column);

    /// <summary>Whether that is one of the conditions that <c>and</c> joins.</summary>
    private static bool SaysNotNull(string check, string column)
    {
        var (sql, isSaid) = (new SqlCursor(check), false);
        while (!sql.AtEnd)
        {
            if (sql.SeesSign('('))
            {
                var inner = sql.Bracketed();
                isSaid |= (sql.AtEnd || sql.Sees("and")) && SaysNotNull(inner, column);
            }
            else if (sql.SeesName)
                isSaid |= sql.Identifier() == column && sql.Takes("is", "not", "null") && (sql.AtEnd || sql.Sees("and"));
            while (!sql.AtEnd && !sql.Takes("and"))
            {
                if (sql.Sees("or"))
                    return false;
                sql.Step();
            }
        }
        return isSaid;
    }

    internal static Table Of(CreateTable create)
    {
        var table = new Table(create.Table) { PartitionKey = create.PartitionKey };
        foreach (var column in create.Columns)
            table.Add(column);
        table.Constraints.AddRange(create.Constraints);
        foreach (
            var required in create.Constraints.Where(constraint => constraint.Kind is ConstraintKind.PrimaryKey or ConstraintKind.NotNull)
        )
            table.Require(required.Columns);
        return table;
    }

    internal void Apply(TableAction action)
    {
        switch (action)
        {
            case AddColumn add:
                Add(add.Column);
                break;
            case DropColumn drop:
                Columns.Remove(drop.Column);
                Constraints.RemoveAll(constraint => constraint.Columns.Contains(drop.Column));
                Indexes.RemoveAll(index => index.Keys.Any(key => key.Column == drop.Column));
                break;
            case ChangeType change when Columns.TryGetValue(change.Column, out var column):
                Columns[change.Column] = column with { Type = change.Type };
                break;
            case SetNotNull set:
                Require([set.Column]);
                break;
            case DropNotNull drop when Columns.TryGetValue(drop.Column, out var column):
                Columns[drop.Column] = column with { IsRequired = false };
                break;
            case AddConstraint add:
                Constraints.Add(add.Constraint);
                if (add.Constraint.Kind is ConstraintKind.PrimaryKey or ConstraintKind.NotNull)
                    Require(add.Constraint.Columns);
                break;
            case ValidateConstraint validate:
                Replace(validate.Constraint, constraint => constraint with { NotValid = false });
                break;
            case DropConstraint drop:
                Constraints.RemoveAll(constraint => constraint.Name == drop.Constraint);
                break;
            case RenameConstraint rename:
                Replace(rename.From, constraint => constraint with { Name = rename.To });
                break;
            case RenameColumn rename when Columns.Remove(rename.From, out var column):
                Columns[rename.To] = column;
                break;
            case RenameTable rename:
                Name = Name with { Name = rename.To };
                break;
            case SetSchema set:
                Name = Name with { Schema = set.Schema };
                break;
        }
    }

    private void Add(ColumnDefinition column)
    {
        Columns[column.Name] = new Column(column.Type, column.IsRequired);
        foreach (var constraint in column.Constraints)
        {
            if (Constraint(column.Name, constraint) is { } own)
                Constraints.Add(own);
        }
    }

    /// <summary>A constraint of a column as one of the table, named as PostgreSQL names it.</summary>
    private TableConstraint? Constraint(string column, ColumnConstraint constraint) =>
        constraint switch
        {
            UniqueColumn => new(ConstraintKind.Unique, constraint.Name ?? $"{Name.Name}_{column}_key", [column]),
            PrimaryKeyColumn => new(ConstraintKind.PrimaryKey, constraint.Name ?? $"{Name.Name}_pkey", [column]),
            CheckColumn check => new(ConstraintKind.Check, constraint.Name ?? $"{Name.Name}_{column}_check", [], check.Expression),
            ReferencesColumn references => new(
                ConstraintKind.ForeignKey,
                constraint.Name ?? $"{Name.Name}_{column}_fkey",
                [column],
                Reference: references.Reference
            ),
            _ => null,
        };

    private void Require(IReadOnlyList<string> columns)
    {
        foreach (var name in columns)
        {
            if (Columns.TryGetValue(name, out var column))
                Columns[name] = column with { IsRequired = true };
        }
    }

    private void Replace(string constraint, Func<TableConstraint, TableConstraint> change)
    {
        var at = Constraints.FindIndex(other => other.Name == constraint);
        if (at >= 0)
            Constraints[at] = change(Constraints[at]);
    }

    private static bool BeginsWith(IEnumerable<string?> keys, IReadOnlyList<string> columns) =>
        keys.Take(columns.Count).ToHashSet().SetEquals(columns);
}

/// <summary>A column as the migrations have left it.</summary>
/// <param name="Type">Null where a query or another table says it.</param>
public sealed record Column(TypeName? Type, bool IsRequired);
