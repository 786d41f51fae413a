using Microsoft.Extensions.DependencyInjection;
using Acme.Platform.Messaging.RabbitMq;

namespace Acme.Platform.Messaging;

/// <summary>
/// How events get from the outbox to their consumers: through RabbitMQ into the table <c>messaging.arrivals</c> of each program that takes them,
/// and from there, like all work that has to be done once, in order and in the end, to the consumers.
/// </summary>
internal static class Transport
{
    public static IServiceCollection AddTransport(this IServiceCollection services)
    {
        services.AddOptions<RabbitMqOptions>().BindConfiguration("Messaging:RabbitMq");
        return services
            .AddSingleton<Broker>()
            .AddSingleton<Publisher>()
            .AddRelay(EventQueue.Outbox, provider => provider.GetRequiredService<Publisher>().PublishAsync)
            .AddSingleton<Arrivals>()
            .AddHostedService<Receiver>()
            .AddRelayToConsumers(Arrivals.Queue);
    }
}
