using Microsoft.Extensions.DependencyInjection;

namespace Acme.Platform.Messaging;

/// <summary>How events get from the outbox to their consumers: within this process.</summary>
internal static class Transport
{
    public static IServiceCollection AddTransport(this IServiceCollection services) => services.AddRelayToConsumers(EventQueue.Outbox);
}
