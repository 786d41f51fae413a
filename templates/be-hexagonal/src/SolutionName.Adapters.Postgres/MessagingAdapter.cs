using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Acme.Application.Messaging;
using PlatformMessaging = Acme.Platform.Messaging;

namespace Acme.Adapters.Postgres;

/// <summary>The outbox and the inbox of the platform, behind the ports of the application.</summary>
public static class MessagingAdapter
{
    /// <summary>Makes a type an event that the outbox takes.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="name">What it is called between programs, version included: <c>sales.order-placed.v1</c>.</param>
    public static IServiceCollection AddEvent<TEvent>(this IServiceCollection services, string name)
    {
        services.TryAddScoped<IOutbox, OutboxAdapter>();
        return PlatformMessaging.MessagingSetup.AddEvent<TEvent>(services, name);
    }

    /// <summary>Lets a consumer take an event.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="consumer">The consumer's name, by which the inbox remembers what it has taken: it stays when the class is renamed.</param>
    /// <param name="name">The event's name.</param>
    public static IServiceCollection AddConsumer<TEvent, TConsumer>(this IServiceCollection services, string consumer, string name)
        where TConsumer : class, IConsumer<TEvent>
    {
        services.AddScoped<TConsumer>();
        return PlatformMessaging.MessagingSetup.AddConsumer<TEvent, ConsumerAdapter<TEvent, TConsumer>>(services, consumer, name);
    }

    private sealed class OutboxAdapter(PlatformMessaging.Outbox outbox) : IOutbox
    {
        public Task<Guid> AddAsync<TEvent>(TEvent message, string aggregateKey, CancellationToken cancellationToken)
            where TEvent : notnull => outbox.AddAsync(message, aggregateKey, cancellationToken);
    }

    private sealed class ConsumerAdapter<TEvent, TConsumer>(TConsumer consumer) : PlatformMessaging.IConsumer<TEvent>
        where TConsumer : IConsumer<TEvent>
    {
        public Task ConsumeAsync(TEvent message, PlatformMessaging.EventEnvelope envelope, CancellationToken cancellationToken) =>
            consumer.ConsumeAsync(message, new EventEnvelope(envelope.Id, envelope.OccurredAt, envelope.TraceParent), cancellationToken);
    }
}
