using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Acme.Platform.Messaging;

/// <summary>An event that the solution publishes.</summary>
/// <param name="Name">What it is called between programs, version included: <c>sales.order-placed.v1</c>.</param>
/// <param name="Type">The record that holds it.</param>
internal sealed record PublishedEvent(string Name, Type Type);

/// <summary>A consumer and the event that it is for.</summary>
/// <param name="Consumer">Its name, by which the inbox remembers what it has taken.</param>
/// <param name="Event">The event's name.</param>
/// <param name="Type">The record that holds it here.</param>
/// <param name="ConsumeAsync">Hands it an event, as JSON.</param>
internal sealed record Subscription(
    string Consumer,
    string Event,
    Type Type,
    Func<IServiceProvider, string, EventEnvelope, CancellationToken, Task> ConsumeAsync)
{
    public static Subscription Of<TEvent, TConsumer>(string consumer, string name)
        where TConsumer : class, IConsumer<TEvent> =>
        new(consumer, name, typeof(TEvent), (scope, payload, envelope, cancellationToken) => scope.GetRequiredService<TConsumer>()
            .ConsumeAsync(JsonSerializer.Deserialize<TEvent>(payload, EventJson.Options)!, envelope, cancellationToken));
}
