namespace Acme.Platform.Messaging;

/// <summary>What is known of an event beside what it says.</summary>
/// <param name="Id">The same however often the event comes.</param>
/// <param name="OccurredAt">When the transaction that published it began.</param>
/// <param name="TraceParent">The trace that it was published in, as W3C Trace Context writes it; null outside one.</param>
public sealed record EventEnvelope(Guid Id, DateTimeOffset OccurredAt, string? TraceParent);
