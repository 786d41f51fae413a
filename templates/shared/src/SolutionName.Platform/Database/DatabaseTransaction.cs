namespace Acme.Platform.Database;

/// <summary>A transaction, or a part of one. Disposing undoes it unless it was committed.</summary>
public sealed class DatabaseTransaction : IAsyncDisposable
{
    private readonly DatabaseSession session;
    private readonly string? savepoint;
    private bool committed;

    internal DatabaseTransaction(DatabaseSession session, string? savepoint)
    {
        this.session = session;
        this.savepoint = savepoint;
    }

    /// <exception cref="InvalidOperationException">It was committed before, or the transaction around it has ended.</exception>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (committed)
            throw new InvalidOperationException("The transaction was committed already.");

        await session.CommitAsync(savepoint, cancellationToken);
        committed = true;
    }

    public ValueTask DisposeAsync() => committed ? ValueTask.CompletedTask : session.UndoAsync(savepoint);
}
