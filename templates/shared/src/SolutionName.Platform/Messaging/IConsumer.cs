namespace Acme.Platform.Messaging;

/// <summary>Does what an event asks for.</summary>
public interface IConsumer<in TEvent>
{
    /// <summary>
    /// Runs in a transaction that also remembers the event: what it writes through the scope's <c>DatabaseSession</c> takes effect once, however
    /// often the event comes. What it throws undoes all of that, and the event comes again later.
    /// </summary>
    Task ConsumeAsync(TEvent message, EventEnvelope envelope, CancellationToken cancellationToken);
}
