using Microsoft.Extensions.DependencyInjection;
using Acme.Platform.Database;

namespace Acme.Platform.Messaging;

/// <summary>Registers events and their consumers; without any, nothing of this runs.</summary>
public static class MessagingSetup
{
    /// <summary>Makes a type an event that the outbox takes.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="name">What it is called between programs, version included: <c>sales.order-placed.v1</c>.</param>
    public static IServiceCollection AddEvent<TEvent>(this IServiceCollection services, string name) =>
        services.AddMessaging().AddSingleton(new PublishedEvent(name, typeof(TEvent)));

    /// <summary>Lets a consumer take an event.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="consumer">The consumer's name, by which the inbox remembers what it has taken: it stays when the class is renamed.</param>
    /// <param name="name">The event's name.</param>
    public static IServiceCollection AddConsumer<TEvent, TConsumer>(this IServiceCollection services, string consumer, string name)
        where TConsumer : class, IConsumer<TEvent> =>
        services.AddMessaging().AddScoped<TConsumer>().AddSingleton(Subscription.Of<TEvent, TConsumer>(consumer, name));

    private static IServiceCollection AddMessaging(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(EventCatalogue)))
            return services;

        services.AddOptions<RelayOptions>().BindConfiguration("Messaging");
        services.AddSingleton<EventCatalogue>();
        services.AddSingleton<OutboxTable>();
        services.AddSingleton<RelayMetrics>();
        services.AddSingleton<Delivery>();
        services.AddScoped(scope => new Outbox(scope.GetRequiredService<DatabaseSession>(), scope.GetRequiredService<EventCatalogue>()));
        services.AddScoped<Inbox>();
        return services.AddHostedService<Relay>();
    }
}
