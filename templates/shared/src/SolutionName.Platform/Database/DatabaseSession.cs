using Npgsql;

namespace Acme.Platform.Database;

/// <summary>The database as one request or message sees it: on the transaction that was begun, else each command on a connection of its own.</summary>
/// <remarks>Not for several threads at once: a transaction is one connection.</remarks>
public sealed class DatabaseSession(NpgsqlDataSource source) : IAsyncDisposable
{
    private NpgsqlConnection? connection;
    private NpgsqlTransaction? transaction;
    private int depth;

    public bool IsInTransaction => transaction is not null;

    /// <summary>The transaction that was begun, for a library that can take part in it; null outside one.</summary>
    public NpgsqlTransaction? Transaction => transaction;

    /// <summary>A command on the transaction if there is one.</summary>
    public NpgsqlCommand CreateCommand(string sql) =>
        transaction is null ? source.CreateCommand(sql) : new NpgsqlCommand(sql, connection, transaction);

    /// <summary>
    /// Begins a transaction: what follows on this session takes effect when it is committed, and not at all when it is disposed before that.
    /// Within another one it begins a part: disposed, only the part is undone; committed, it takes effect when the other one does.
    /// </summary>
    public async Task<DatabaseTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        if (transaction is not null)
        {
            var savepoint = $"part_{++depth}";
            await transaction.SaveAsync(savepoint, cancellationToken);
            return new DatabaseTransaction(this, savepoint);
        }

        connection = await source.OpenConnectionAsync(cancellationToken);
        try
        {
            transaction = await connection.BeginTransactionAsync(cancellationToken);
            return new DatabaseTransaction(this, null);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Does work in a transaction and commits it, and all of it again when PostgreSQL undid it because of somebody else: a deadlock, or a
    /// serializable transaction that was not. So it does nothing that the transaction does not undo. Within another transaction it is a part,
    /// and done once.
    /// </summary>
    public Task<T> InTransactionAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        return IsInTransaction ? OnceAsync() : Repetition.RunAsync(OnceAsync, cancellationToken);

        async Task<T> OnceAsync()
        {
            await using var begun = await BeginAsync(cancellationToken);
            var result = await work(cancellationToken);
            await begun.CommitAsync(cancellationToken);
            return result;
        }
    }

    /// <summary>Undoes what was begun and not committed.</summary>
    public async ValueTask DisposeAsync()
    {
        var (begun, on) = (transaction, connection);
        (transaction, connection, depth) = (null, null, 0);
        if (begun is not null)
            await begun.DisposeAsync();
        if (on is not null)
            await on.DisposeAsync();
    }

    internal async Task CommitAsync(string? savepoint, CancellationToken cancellationToken)
    {
        if (transaction is null)
            throw new InvalidOperationException("The transaction around this one has ended already.");

        if (savepoint is not null)
        {
            await transaction.ReleaseAsync(savepoint, cancellationToken);
            return;
        }

        await transaction.CommitAsync(cancellationToken);
        await DisposeAsync();
    }

    internal async ValueTask UndoAsync(string? savepoint)
    {
        if (savepoint is null)
            await DisposeAsync();
        else if (transaction is not null && connection is { State: System.Data.ConnectionState.Open })
            await transaction.RollbackAsync(savepoint, CancellationToken.None);
    }
}
