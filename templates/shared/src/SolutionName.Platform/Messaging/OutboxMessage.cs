namespace Acme.Platform.Messaging;

/// <summary>A row of <c>messaging.outbox</c> that is to be delivered.</summary>
internal sealed record OutboxMessage(long Id, string AggregateKey, string Event, string Payload, int Attempts, EventEnvelope Envelope);
