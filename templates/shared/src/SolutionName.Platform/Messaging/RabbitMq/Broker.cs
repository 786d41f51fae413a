using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;

namespace Acme.Platform.Messaging.RabbitMq;

/// <summary>The RabbitMQ server, and what has to be declared there.</summary>
internal sealed class Broker(
    IConfiguration configuration, IHostEnvironment environment, EventCatalogue events, IOptions<RabbitMqOptions> settings)
{
    private readonly RabbitMqOptions options = settings.Value;

    public string Exchange => options.Exchange;

    public string Queue => options.Queue ?? environment.ApplicationName;

    /// <summary>Messages that are no events, and those that were sent too often.</summary>
    public string DeadLetterQueue => Queue + ".dead";

    private string DeadLetterExchange => Exchange + ".dead";

    /// <exception cref="InvalidOperationException">The configuration names no server.</exception>
    /// <exception cref="RabbitMQ.Client.Exceptions.BrokerUnreachableException">It does not answer.</exception>
    public async Task<IConnection> ConnectAsync(string purpose, CancellationToken cancellationToken)
    {
        var address = configuration.GetConnectionString("RabbitMq")
            ?? throw new InvalidOperationException("ConnectionStrings:RabbitMq is missing: amqp://user:password@host:5672/");
        var factory = new ConnectionFactory
        {
            Uri = new Uri(address),
            ClientProvidedName = $"{environment.ApplicationName} {purpose}",
            RequestedHeartbeat = TimeSpan.FromSeconds(15),
            // Who uses the connection begins again when it breaks, from the declarations on.
            AutomaticRecoveryEnabled = false,
        };
        return await factory.CreateConnectionAsync(cancellationToken);
    }

    /// <summary>
    /// Closes a connection without waiting for it: of one whose server has died, the client's own methods may never return
    /// (https://github.com/rabbitmq/rabbitmq-dotnet-client/issues/1757, /1930). All that waits for a server here waits for a limited time.
    /// </summary>
    public static void Leave(IConnection connection) => _ = Task.Run(async () =>
    {
        await connection.AbortAsync();
        await connection.DisposeAsync();
    });

    /// <summary>
    /// Declares the exchange and, in a program that takes events, a replicated queue bound to each of them. From then on events are kept for it,
    /// also while it is away. One replica at a time receives, so that events arrive in the order in which they were published.
    /// </summary>
    /// <remarks>A publisher declares as a receiver does: its first event may be its own to take.</remarks>
    public async Task DeclareAsync(IChannel channel, CancellationToken cancellationToken)
    {
        await channel.ExchangeDeclareAsync(Exchange, ExchangeType.Topic, durable: true, cancellationToken: cancellationToken);
        if (events.Taken.Length == 0)
            return;

        await channel.ExchangeDeclareAsync(DeadLetterExchange, ExchangeType.Direct, durable: true, cancellationToken: cancellationToken);
        await DeclareQueueAsync(channel, DeadLetterQueue, [], cancellationToken);
        await channel.QueueBindAsync(DeadLetterQueue, DeadLetterExchange, Queue, cancellationToken: cancellationToken);
        var arguments = new Dictionary<string, object?>
        {
            ["x-single-active-consumer"] = true,
            ["x-delivery-limit"] = options.DeliveryLimit,
            ["x-dead-letter-exchange"] = DeadLetterExchange,
            ["x-dead-letter-routing-key"] = Queue,
            // A dead letter leaves this queue when the other one has it; that asks for reject-publish (RabbitMQ, Quorum Queues).
            ["x-dead-letter-strategy"] = "at-least-once",
            ["x-overflow"] = "reject-publish",
        };
        await DeclareQueueAsync(channel, Queue, arguments, cancellationToken);
        foreach (var name in events.Taken)
            await channel.QueueBindAsync(Queue, Exchange, name, cancellationToken: cancellationToken);
    }

    private static Task<QueueDeclareOk> DeclareQueueAsync(
        IChannel channel, string name, Dictionary<string, object?> arguments, CancellationToken cancellationToken)
    {
        arguments["x-queue-type"] = "quorum";
        return channel.QueueDeclareAsync(
            name, durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: cancellationToken);
    }
}
