namespace Be.Postgres.Sql;

/// <summary>A column of <c>create table</c> or <c>add column</c>.</summary>
public sealed record ColumnDefinition(string Name, TypeName? Type, IReadOnlyList<ColumnConstraint> Constraints)
{
    /// <summary>Its constraint of that kind; null when it has none.</summary>
    public T? Constraint<T>()
        where T : ColumnConstraint => Constraints.OfType<T>().FirstOrDefault();

    /// <summary>Whether it takes no null: said, or meant by its being the key or an identity.</summary>
    public bool IsRequired =>
        Constraint<NotNullColumn>() is not null
        || Constraint<PrimaryKeyColumn>() is not null
        || Constraint<IdentityColumn>() is not null
        || Type is { IsSerial: true };
}

/// <summary>What is said of a column behind its type.</summary>
/// <param name="Name">Of the constraint; null when PostgreSQL makes one up.</param>
public abstract record ColumnConstraint(string? Name);

/// <summary><c>not null</c>.</summary>
public sealed record NotNullColumn(string? Name) : ColumnConstraint(Name);

/// <summary><c>null</c>.</summary>
public sealed record NullColumn(string? Name) : ColumnConstraint(Name);

/// <summary><c>default …</c>.</summary>
public sealed record DefaultColumn(string? Name, string Expression) : ColumnConstraint(Name);

/// <summary><c>generated always as (…) stored</c> or <c>virtual</c>.</summary>
public sealed record GeneratedColumn(string? Name, string Expression, bool IsStored) : ColumnConstraint(Name);

/// <summary><c>generated … as identity</c>.</summary>
public sealed record IdentityColumn(string? Name, bool Always) : ColumnConstraint(Name);

/// <summary><c>unique</c>.</summary>
public sealed record UniqueColumn(string? Name) : ColumnConstraint(Name);

/// <summary><c>primary key</c>.</summary>
public sealed record PrimaryKeyColumn(string? Name) : ColumnConstraint(Name);

/// <summary><c>check (…)</c>.</summary>
public sealed record CheckColumn(string? Name, string Expression) : ColumnConstraint(Name);

/// <summary><c>references …</c>.</summary>
public sealed record ReferencesColumn(string? Name, Reference Reference) : ColumnConstraint(Name);

/// <summary><c>collate</c>, <c>storage</c>, <c>compression</c>, <c>options</c>: what no rule looks at.</summary>
public sealed record ColumnSetting(string Text) : ColumnConstraint((string?)null);

/// <summary>What a foreign key leads to.</summary>
/// <param name="Columns">Empty: the primary key.</param>
/// <param name="OnDelete">As written, in lower case; null when nothing is said (<c>no action</c>).</param>
public sealed record Reference(ObjectName Table, IReadOnlyList<string> Columns, string? OnDelete);

/// <summary>A constraint of a table, in <c>create table</c> or <c>add constraint</c>.</summary>
/// <param name="Name">Null when PostgreSQL makes one up.</param>
/// <param name="Columns">Those it names by themselves; empty for a check.</param>
/// <param name="Expression">What a check or an exclusion says.</param>
/// <param name="UsingIndex">The index that becomes the constraint.</param>
public sealed record TableConstraint(
    ConstraintKind Kind,
    string? Name,
    IReadOnlyList<string> Columns,
    string? Expression = null,
    string? UsingIndex = null,
    Reference? Reference = null,
    bool NotValid = false
);

/// <summary>What a constraint demands.</summary>
public enum ConstraintKind
{
    /// <summary><c>primary key</c>.</summary>
    PrimaryKey,

    /// <summary><c>unique</c>.</summary>
    Unique,

    /// <summary><c>check</c>.</summary>
    Check,

    /// <summary><c>foreign key</c>.</summary>
    ForeignKey,

    /// <summary><c>exclude</c>.</summary>
    Exclusion,

    /// <summary><c>not null</c>, which is a constraint of its own since PostgreSQL 18.</summary>
    NotNull,
}
