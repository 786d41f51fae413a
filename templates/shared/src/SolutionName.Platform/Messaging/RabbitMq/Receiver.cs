using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Acme.Platform.Messaging.RabbitMq;

/// <summary>Takes events from this program's queue into its database, and acknowledges them when they are there.</summary>
internal sealed partial class Receiver(
    Broker broker,
    EventCatalogue events,
    Arrivals arrivals,
    IOptions<RelayOptions> relay,
    IOptions<RabbitMqOptions> rabbitMq,
    ILogger<Receiver> logger) : BackgroundService
{
    private readonly RabbitMqOptions options = rabbitMq.Value;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => events.Taken.Length > 0
        ? Persistence.UntilStoppedAsync(ReceiveAsync, relay.Value, LogInterrupted, stoppingToken)
        : Task.CompletedTask;

    private async Task ReceiveAsync(Action works, CancellationToken stopping)
    {
        var connection = await broker.ConnectAsync("receiver", stopping);
        try
        {
            await ReceiveAsync(connection, works, stopping);
        }
        finally
        {
            Broker.Leave(connection);
        }
    }

    private async Task ReceiveAsync(IConnection connection, Action works, CancellationToken stopping)
    {
        var channel = await connection.CreateChannelAsync(cancellationToken: stopping).WaitAsync(options.Patience, stopping);
        await broker.DeclareAsync(channel, stopping).WaitAsync(options.Patience, stopping);
        await channel.BasicQosAsync(prefetchSize: 0, options.Prefetch, global: false, stopping).WaitAsync(options.Patience, stopping);

        // Never holds more than the prefetch.
        var received = Channel.CreateUnbounded<Arrival>(new UnboundedChannelOptions { SingleReader = true });
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, message) =>
        {
            received.Writer.TryWrite(new Arrival(message.DeliveryTag, EventHeaders.Read(message.BasicProperties, message.Body.Span)));
            return Task.CompletedTask;
        };
        consumer.UnregisteredAsync += (_, _) => CompleteAsync("The queue was deleted.");
        channel.ChannelShutdownAsync += (_, shutdown) => CompleteAsync(shutdown.ReplyText);
        await channel.BasicConsumeAsync(broker.Queue, autoAck: false, consumer, stopping).WaitAsync(options.Patience, stopping);
        works();

        while (await received.Reader.WaitToReadAsync(stopping))
        {
            var batch = new List<Arrival>();
            while (batch.Count < options.Prefetch && received.Reader.TryRead(out var arrival))
                batch.Add(arrival);
            await KeepAsync(channel, batch, stopping);
            works();
        }

        Task CompleteAsync(string reason)
        {
            received.Writer.TryComplete(new IOException($"RabbitMQ has closed the channel: {reason}"));
            return Task.CompletedTask;
        }
    }

    private async Task KeepAsync(IChannel channel, List<Arrival> batch, CancellationToken stopping)
    {
        var kept = new List<Arrival>();
        foreach (var stranger in batch.Where(arrival => arrival.Event is null))
            await RejectAsync(channel, stranger, "it is no event", stopping);
        try
        {
            kept.AddRange(batch.Where(arrival => arrival.Event is not null));
            await AddAsync(channel, kept, stopping);
        }
        catch (PostgresException exception) when (Arrivals.IsMalformed(exception))
        {
            kept = await KeepWellFormedAsync(channel, kept, stopping);
        }

        if (kept.Count > 0)
            await channel.BasicAckAsync(kept[^1].Tag, multiple: true, stopping).AsTask().WaitAsync(options.Patience, stopping);
    }

    /// <summary>Finds out which of them cannot be kept, and rejects those.</summary>
    /// <returns>Those that are kept.</returns>
    private async Task<List<Arrival>> KeepWellFormedAsync(IChannel channel, List<Arrival> arrived, CancellationToken stopping)
    {
        var kept = new List<Arrival>();
        foreach (var arrival in arrived)
        {
            try
            {
                await AddAsync(channel, [arrival], stopping);
                kept.Add(arrival);
            }
            catch (PostgresException exception) when (Arrivals.IsMalformed(exception))
            {
                await RejectAsync(channel, arrival, exception.MessageText, stopping);
            }
        }

        return kept;
    }

    /// <summary>
    /// Waits for the database as long as RabbitMQ waits for the acknowledgement: each time that events go back counts towards their delivery limit.
    /// </summary>
    private async Task AddAsync(IChannel channel, List<Arrival> batch, CancellationToken stopping)
    {
        for (var failures = 0; ;)
        {
            try
            {
                await arrivals.AddAsync([.. batch.Select(arrival => arrival.Event!)], stopping);
                return;
            }
            catch (NpgsqlException exception) when (channel.IsOpen && !(exception is PostgresException refused && Arrivals.IsMalformed(refused)))
            {
                var pause = Persistence.PauseAfter(++failures, relay.Value);
                LogInterrupted(exception, pause.TotalSeconds);
                await Task.Delay(pause, stopping);
            }
        }
    }

    private async Task RejectAsync(IChannel channel, Arrival arrival, string reason, CancellationToken stopping)
    {
        LogRejected(broker.DeadLetterQueue, reason);
        await channel.BasicRejectAsync(arrival.Tag, requeue: false, stopping).AsTask().WaitAsync(options.Patience, stopping);
    }

    [LoggerMessage(LogLevel.Error, "Receiving events was interrupted; it goes on in {Seconds:0.0} s.")]
    private partial void LogInterrupted(Exception exception, double seconds);

    [LoggerMessage(LogLevel.Error, "A message was put aside into {DeadLetterQueue}: {Reason}")]
    private partial void LogRejected(string deadLetterQueue, string reason);

    /// <param name="Tag">By which it is acknowledged.</param>
    /// <param name="Event">Null when the message is none.</param>
    private sealed record Arrival(ulong Tag, QueuedEvent? Event);
}
