namespace Acme.Platform.Migrations;

/// <summary>What one direction of a migration runs.</summary>
/// <param name="Statements">In the order of the file.</param>
/// <param name="InTransaction">Whether they run in one transaction, together with the change of <c>schema_migrations</c>.</param>
/// <param name="LockTimeout">How long the statement of a part without transaction may wait for a lock: <c>lock_timeout:…</c>.</param>
/// <param name="StatementTimeout">How long that statement may run: <c>statement_timeout:…</c>.</param>
public sealed record MigrationPart(
    IReadOnlyList<SqlStatement> Statements, bool InTransaction, string? LockTimeout = null, string? StatementTimeout = null);
