namespace Acme.Application.Messaging;

/// <summary>Does what an event asks for.</summary>
public interface IConsumer<in TEvent>
{
    /// <summary>
    /// Runs in a unit of work that also remembers the event: what it changes through ports takes effect once, however often the event comes.
    /// What it throws undoes all of that, and the event comes again later.
    /// </summary>
    Task ConsumeAsync(TEvent message, EventEnvelope envelope, CancellationToken cancellationToken);
}

/// <summary>What is known of an event beside what it says.</summary>
/// <param name="Id">The same however often the event comes.</param>
/// <param name="OccurredAt">When the unit of work that published it began.</param>
/// <param name="TraceParent">The trace that it was published in, as W3C Trace Context writes it; null outside one.</param>
public sealed record EventEnvelope(Guid Id, DateTimeOffset OccurredAt, string? TraceParent);
