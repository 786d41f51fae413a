namespace Be.Postgres.Sql;

/// <summary>One of the actions of an <c>alter table</c>.</summary>
public abstract record TableAction;

/// <summary><c>add column</c>.</summary>
public sealed record AddColumn(ColumnDefinition Column, bool IfNotExists) : TableAction;

/// <summary><c>drop column</c>.</summary>
public sealed record DropColumn(string Column, bool IfExists, bool Cascade) : TableAction;

/// <summary><c>alter column … type</c>.</summary>
public sealed record ChangeType(string Column, TypeName Type, string? Using) : TableAction;

/// <summary><c>alter column … set default</c>; null: <c>drop default</c>.</summary>
public sealed record ChangeDefault(string Column, string? Expression) : TableAction;

/// <summary><c>alter column … set not null</c>.</summary>
public sealed record SetNotNull(string Column) : TableAction;

/// <summary><c>alter column … drop not null</c>.</summary>
public sealed record DropNotNull(string Column) : TableAction;

/// <summary><c>alter column … add generated … as identity</c>.</summary>
public sealed record AddIdentity(string Column) : TableAction;

/// <summary><c>alter column … set expression</c>, <c>drop expression</c>.</summary>
public sealed record ChangeExpression(string Column, string? Expression) : TableAction;

/// <summary><c>add constraint</c>.</summary>
public sealed record AddConstraint(TableConstraint Constraint) : TableAction;

/// <summary><c>validate constraint</c>.</summary>
public sealed record ValidateConstraint(string Constraint) : TableAction;

/// <summary><c>drop constraint</c>.</summary>
public sealed record DropConstraint(string Constraint, bool IfExists, bool Cascade) : TableAction;

/// <summary><c>rename column</c>.</summary>
public sealed record RenameColumn(string From, string To) : TableAction;

/// <summary><c>rename constraint</c>.</summary>
public sealed record RenameConstraint(string From, string To) : TableAction;

/// <summary><c>rename to</c>.</summary>
public sealed record RenameTable(string To) : TableAction;

/// <summary><c>set schema</c>.</summary>
public sealed record SetSchema(string Schema) : TableAction;

/// <summary><c>attach partition</c>.</summary>
public sealed record AttachPartition(ObjectName Partition) : TableAction;

/// <summary><c>detach partition</c>.</summary>
/// <param name="Finalize">It ends one that was interrupted.</param>
public sealed record DetachPartition(ObjectName Partition, bool Concurrently, bool Finalize = false) : TableAction;

/// <summary>An action that writes the table anew: <c>set logged</c>, <c>set unlogged</c>, <c>set tablespace</c>, <c>set access method</c>.</summary>
public sealed record RewriteTable(string Text) : TableAction;

/// <summary>An action that no rule looks at, such as <c>owner to</c>.</summary>
public sealed record OtherAction(string Text) : TableAction;
