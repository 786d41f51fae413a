namespace Be.Postgres.Sql;

/// <summary>A statement of PostgreSQL, understood as far as a rule could want to know.</summary>
public abstract record Statement;

/// <summary>A statement that is not understood: nothing can be said about it.</summary>
/// <param name="Problem">What was met where something else was expected.</param>
public sealed record UnknownStatement(string Problem) : Statement;

/// <summary>A statement whose kind is known and whose inside no rule looks at: <c>grant</c>, <c>comment</c>, <c>select</c>.</summary>
/// <param name="Command">Its command in lower case, such as <c>create policy</c>.</param>
public sealed record OtherStatement(string Command) : Statement;

/// <summary><c>create table</c>.</summary>
/// <param name="IsTemporary">Nobody else sees it.</param>
/// <param name="PartitionOf">The table that it is a part of.</param>
/// <param name="IsFromQuery"><c>as select</c>: its columns are the query's.</param>
public sealed record CreateTable(
    ObjectName Table,
    bool IfNotExists,
    bool IsTemporary,
    bool IsUnlogged,
    IReadOnlyList<ColumnDefinition> Columns,
    IReadOnlyList<TableConstraint> Constraints,
    ObjectName? PartitionOf = null,
    bool IsPartitioned = false,
    bool IsFromQuery = false
) : Statement
{
    /// <summary>What it is partitioned by, as written; null when it is not.</summary>
    public string? PartitionKey { get; init; }

    /// <summary><c>inherits</c>, <c>like</c>, <c>of</c>: columns, and maybe the key, come from elsewhere.</summary>
    public bool IsLikeAnother { get; init; }
}

/// <summary><c>alter table</c>, and what is written like it for views and foreign tables.</summary>
public sealed record AlterTable(RelationKind Kind, ObjectName Table, bool IfExists, IReadOnlyList<TableAction> Actions) : Statement;

/// <summary><c>create index</c>.</summary>
/// <param name="Name">Null when PostgreSQL makes one up.</param>
/// <param name="Keys">Columns and expressions, in order.</param>
/// <param name="Where">What a partial index holds.</param>
public sealed record CreateIndex(
    string? Name,
    ObjectName Table,
    bool IsUnique,
    bool Concurrently,
    bool IfNotExists,
    string Method,
    IReadOnlyList<IndexKey> Keys,
    IReadOnlyList<string> Included,
    string? Where
) : Statement;

/// <summary>A key of an index.</summary>
/// <param name="Column">Null for an expression.</param>
/// <param name="Text">All of it, with its operator class and order.</param>
public sealed record IndexKey(string? Column, string Text);

/// <summary><c>drop …</c> of whatever kind.</summary>
/// <param name="Kind">In lower case: <c>table</c>, <c>materialized view</c>.</param>
/// <param name="Names">A function's without its arguments.</param>
public sealed record Drop(string Kind, IReadOnlyList<ObjectName> Names, bool IfExists, bool Concurrently, bool Cascade) : Statement
{
    /// <summary>The table of a trigger, policy or rule.</summary>
    public ObjectName? On { get; init; }
}

/// <summary><c>create …</c> of a kind that no rule looks into, with its name.</summary>
/// <param name="Kind">In lower case: <c>schema</c>, <c>sequence</c>.</param>
/// <param name="On">The table of a trigger, policy or rule.</param>
public sealed record CreateOther(string Kind, ObjectName Name, bool OrReplace, bool IfNotExists, ObjectName? On = null) : Statement;

/// <summary><c>create type … as enum</c>, or a domain.</summary>
/// <param name="Labels">Of an enum; empty for other types.</param>
public sealed record CreateType(ObjectName Type, TypeKind Kind, IReadOnlyList<string> Labels, bool HasConstraint = false) : Statement;

/// <summary>What a <c>create type</c> or <c>create domain</c> makes.</summary>
public enum TypeKind
{
    /// <summary><c>as enum</c>.</summary>
    Enum,

    /// <summary>A domain.</summary>
    Domain,

    /// <summary>A row, a range, a base type.</summary>
    Other,
}

/// <summary><c>alter type … add value</c>.</summary>
public sealed record AddEnumValue(ObjectName Type, string Label, bool IfNotExists, bool IsPlaced) : Statement;

/// <summary><c>alter type … rename value</c>.</summary>
public sealed record RenameEnumValue(ObjectName Type, string From, string To) : Statement;

/// <summary><c>alter domain … add constraint</c>.</summary>
public sealed record AddDomainConstraint(ObjectName Domain, bool NotValid) : Statement;

/// <summary><c>alter … rename to</c> of what is not a table.</summary>
public sealed record Rename(string Kind, ObjectName Name, string To) : Statement;

/// <summary><c>insert</c>, <c>update</c>, <c>delete</c>, <c>merge</c>, <c>copy … from</c>, also below a <c>with</c>.</summary>
/// <param name="Command">In lower case.</param>
/// <param name="HasWhere">Whether it says which rows.</param>
public sealed record ChangeRows(string Command, ObjectName Table, bool HasWhere) : Statement;

/// <summary><c>truncate</c>.</summary>
public sealed record Truncate(IReadOnlyList<ObjectName> Tables, bool Cascade) : Statement;

/// <summary><c>lock table</c>.</summary>
public sealed record LockTables(IReadOnlyList<ObjectName> Tables, string Mode) : Statement;

/// <summary><c>reindex</c>.</summary>
/// <param name="Kind"><c>index</c>, <c>table</c>, <c>schema</c>, <c>database</c>, <c>system</c>.</param>
public sealed record Reindex(string Kind, ObjectName? Name, bool Concurrently) : Statement;

/// <summary><c>refresh materialized view</c>.</summary>
public sealed record RefreshView(ObjectName View, bool Concurrently) : Statement;

/// <summary><c>vacuum</c>.</summary>
public sealed record Vacuum(bool IsFull) : Statement;

/// <summary><c>cluster</c>.</summary>
public sealed record Cluster(ObjectName? Table) : Statement;

/// <summary><c>set</c> or <c>reset</c> of a setting.</summary>
/// <param name="Name">In lower case.</param>
/// <param name="Value">As written; null for <c>reset</c> and <c>to default</c>.</param>
public sealed record SetSetting(string Name, string? Value, bool IsLocal) : Statement;

/// <summary><c>begin</c>, <c>commit</c>, <c>rollback</c>, <c>savepoint</c> and the like.</summary>
public sealed record TransactionControl(string Command) : Statement;

/// <summary><c>create function</c> or <c>create procedure</c>.</summary>
/// <param name="Body">What it does, without its quotes; null for one in C.</param>
/// <param name="HasFixedSearchPath">Whether it sets its own <c>search_path</c>.</param>
public sealed record CreateRoutine(
    string Kind,
    ObjectName Name,
    bool OrReplace,
    string Language,
    string? Body,
    bool IsSecurityDefiner,
    bool HasFixedSearchPath
) : Statement;

/// <summary><c>do</c>.</summary>
/// <param name="Body">Without its quotes.</param>
public sealed record DoBlock(string Language, string Body) : Statement;

/// <summary>What <c>alter table</c> and its like are about.</summary>
public enum RelationKind
{
    /// <summary>A table, a partitioned one included.</summary>
    Table,

    /// <summary>A view.</summary>
    View,

    /// <summary>A materialized view.</summary>
    MaterializedView,

    /// <summary>A foreign table.</summary>
    ForeignTable,

    /// <summary>An index.</summary>
    Index,

    /// <summary>A sequence.</summary>
    Sequence,
}
