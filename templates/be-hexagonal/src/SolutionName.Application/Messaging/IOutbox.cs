namespace Acme.Application.Messaging;

/// <summary>Publishes events.</summary>
public interface IOutbox
{
    /// <summary>
    /// Publishes an event, when and if the unit of work is committed. Each event with a key comes after those published before it with that key.
    /// </summary>
    /// <param name="message">The event.</param>
    /// <param name="aggregateKey">What it is about, such as the id of the order: events about other things may overtake it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The event's id.</returns>
    /// <exception cref="InvalidOperationException">No unit of work was begun.</exception>
    Task<Guid> AddAsync<TEvent>(TEvent message, string aggregateKey, CancellationToken cancellationToken)
        where TEvent : notnull;
}
