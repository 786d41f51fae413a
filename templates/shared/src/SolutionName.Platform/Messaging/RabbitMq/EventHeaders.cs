using System.Text;
using RabbitMQ.Client;

namespace Acme.Platform.Messaging.RabbitMq;

/// <summary>An event as a message of AMQP 0-9-1: its id, name and time are properties, the rest of what surrounds it are headers.</summary>
internal static class EventHeaders
{
    private const string AggregateKey = "aggregate-key";
    private const string OccurredAt = "occurred-at";
    private const string TraceParent = "traceparent";

    public static BasicProperties Of(QueuedEvent message)
    {
        var headers = new Dictionary<string, object?>
        {
            [AggregateKey] = message.AggregateKey,
            // The timestamp of AMQP has whole seconds only.
            [OccurredAt] = message.Envelope.OccurredAt.ToString("O", CultureInfo.InvariantCulture),
        };
        if (message.Envelope.TraceParent is { } traceParent)
            headers[TraceParent] = traceParent;
        return new BasicProperties
        {
            MessageId = message.Envelope.Id.ToString(),
            Type = message.Event,
            ContentType = "application/json",
            DeliveryMode = DeliveryModes.Persistent,
            Headers = headers,
        };
    }

    /// <returns>The event; null for a message that is none.</returns>
    public static QueuedEvent? Read(IReadOnlyBasicProperties properties, ReadOnlySpan<byte> body)
    {
        if (!Guid.TryParse(properties.MessageId, out var id)
            || properties.Type is not { Length: > 0 } name
            || Text(properties, AggregateKey) is not { Length: > 0 } key
            || !DateTimeOffset.TryParse(
                Text(properties, OccurredAt), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var occurredAt))
        {
            return null;
        }

        var envelope = new EventEnvelope(id, occurredAt.ToUniversalTime(), Text(properties, TraceParent));
        return new QueuedEvent(0, key, name, Encoding.UTF8.GetString(body), 0, envelope);
    }

    private static string? Text(IReadOnlyBasicProperties properties, string header) =>
        properties.Headers is { } headers && headers.TryGetValue(header, out var value) ? value switch
        {
            byte[] bytes => Encoding.UTF8.GetString(bytes),
            string text => text,
            _ => null,
        }
        : null;
}
