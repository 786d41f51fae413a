using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;
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
        services.AddSingleton<Delivery>();
        services.AddScoped(scope => new Outbox(scope.GetRequiredService<DatabaseSession>(), scope.GetRequiredService<EventCatalogue>()));
        services.AddScoped<Inbox>();
        return services.AddTransport();
    }

    /// <summary>Relays what is in a queue to the consumers of this program.</summary>
    internal static IServiceCollection AddRelayToConsumers(this IServiceCollection services, string queue) => services
        .AddRelay(queue, provider => provider.GetRequiredService<Delivery>().DeliverAsync)
        .AddHouseKeeping(
            "inbox entries",
            provider =>
            {
                var (entries, retention) = (provider.Queue(queue), provider.GetRequiredService<IOptions<RelayOptions>>().Value.InboxRetention);
                return cancellationToken => entries.ForgetAsync(retention, cancellationToken);
            });

    /// <summary>Relays what is in a queue.</summary>
    internal static IServiceCollection AddRelay(
        this IServiceCollection services, string queue, Func<IServiceProvider, Func<QueuedEvent, CancellationToken, Task>> to) => services
        .AddSingleton(provider => new EventQueue(
            queue, provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<IMeterFactory>()))
        .AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<Relay>(provider, provider.Queue(queue), to(provider)));

    private static EventQueue Queue(this IServiceProvider provider, string name) =>
        provider.GetServices<EventQueue>().Single(queue => queue.Name == name);
}
