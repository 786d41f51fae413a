using Acme.Platform.Database;

namespace Acme.Platform.Messaging;

/// <summary>Makes the effect of an event that comes several times that of one.</summary>
internal sealed class Inbox(DatabaseSession database)
{
    /// <summary>Consumes an event unless the consumer has it already, in a transaction that remembers it.</summary>
    /// <returns>Whether it was consumed now.</returns>
    public async Task<bool> ReceiveAsync(
        string consumer, Guid eventId, Func<CancellationToken, Task> consumeAsync, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        // Waits for the end of another transaction that is at the same event.
        await using var remember = database.CreateCommand(
            "insert into messaging.inbox (consumer, event_id) values ($1, $2) on conflict do nothing");
        if (await remember.With(consumer).With(eventId).ExecuteNonQueryAsync(cancellationToken) == 0)
            return false;

        await consumeAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
