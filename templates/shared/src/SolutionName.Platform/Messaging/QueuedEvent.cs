namespace Acme.Platform.Messaging;

/// <summary>A row of a queue.</summary>
internal sealed record QueuedEvent(long Id, string AggregateKey, string Event, string Payload, int Attempts, EventEnvelope Envelope);
