using System.Data;
using Npgsql;

namespace Acme.Platform.Migrations;

/// <summary>The one session of a database that may migrate it at a time.</summary>
internal sealed class MigrationSession : IAsyncDisposable
{
    /// <summary>Any number that the application locks nothing else with; each database has its own locks.</summary>
    private const long LockKey = 7_163_384_699_739_271_269;

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(200);

    private MigrationSession(NpgsqlConnection connection) => Connection = connection;

    public NpgsqlConnection Connection { get; }

    /// <summary>
    /// Waits until no other session migrates. It polls: a session that waits inside <c>pg_advisory_lock</c> holds a snapshot, and a
    /// <c>create index concurrently</c> of the session that holds the lock would wait for the end of that snapshot: a deadlock.
    /// </summary>
    public static async Task<MigrationSession> OpenAsync(NpgsqlDataSource database, Action? onWaiting, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            for (var waiting = false; !await TryLockAsync(connection, cancellationToken); waiting = true)
            {
                if (!waiting)
                    onWaiting?.Invoke();
                await Task.Delay(PollInterval, cancellationToken);
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        return new MigrationSession(connection);
    }

    /// <summary>Takes back what a migration set for the session, so that the next one starts as the first did.</summary>
    public Task ResetAsync(CancellationToken cancellationToken) => ExecuteAsync(["reset role", "reset all"], cancellationToken);

    public async ValueTask DisposeAsync()
    {
        try
        {
            // A broken connection has no session left to reset, nor its lock.
            if (Connection.State == ConnectionState.Open)
                await ExecuteAsync(["reset role", "reset all", $"select pg_advisory_unlock({LockKey})"], CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            // Ends the session instead of keeping it for reuse, so that the lock cannot stay behind.
            NpgsqlConnection.ClearPool(Connection);
        }
        finally
        {
            await Connection.DisposeAsync();
        }
    }

    private static async Task<bool> TryLockAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select pg_try_advisory_lock({LockKey})", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task ExecuteAsync(IEnumerable<string> statements, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(Connection);
        foreach (var statement in statements)
            batch.BatchCommands.Add(new NpgsqlBatchCommand(statement));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
