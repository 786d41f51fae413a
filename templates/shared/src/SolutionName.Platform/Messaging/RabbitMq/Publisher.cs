using System.Text;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Acme.Platform.Messaging.RabbitMq;

/// <summary>Hands events to RabbitMQ, and waits for it to confirm that it keeps them.</summary>
internal sealed class Publisher(Broker broker, IOptions<RabbitMqOptions> options) : IDisposable
{
    private readonly SemaphoreSlim opening = new(1, 1);
    private IConnection? connection;
    private IChannel? channel;

    /// <summary>Whether the channel has not answered in time: the next event gets another one.</summary>
    private volatile bool isSilent;

    /// <summary>Returns when RabbitMQ has written the event to disk, in most of its nodes, for everyone who takes it.</summary>
    /// <exception cref="DeliveryFailedException">RabbitMQ refuses this event.</exception>
    /// <exception cref="TimeoutException">It does not confirm.</exception>
    public async Task PublishAsync(QueuedEvent message, CancellationToken stopping)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        patience.CancelAfter(options.Value.Patience);
        try
        {
            var open = await OpenAsync(patience.Token);
            var body = Encoding.UTF8.GetBytes(message.Payload);
            await open.BasicPublishAsync(broker.Exchange, message.Event, mandatory: false, EventHeaders.Of(message), body, patience.Token)
                .AsTask()
                .WaitAsync(patience.Token);
        }
        catch (PublishException refused)
        {
            throw new DeliveryFailedException($"RabbitMQ refuses it: {refused.Message}", refused);
        }
        catch (OperationCanceledException canceled) when (!stopping.IsCancellationRequested)
        {
            isSilent = true;
            throw new TimeoutException($"RabbitMQ has not answered within {options.Value.Patience.TotalSeconds:0} s.", canceled);
        }
    }

    public void Dispose()
    {
        if (connection is not null)
            Broker.Leave(connection);
        opening.Dispose();
    }

    /// <summary>The channel, or a new one where it broke.</summary>
    private async Task<IChannel> OpenAsync(CancellationToken cancellationToken)
    {
        if (!isSilent && channel is { IsOpen: true } open)
            return open;

        await opening.WaitAsync(cancellationToken);
        try
        {
            if (!isSilent && channel is { IsOpen: true } opened)
                return opened;

            if (connection is not null)
                Broker.Leave(connection);
            connection = await broker.ConnectAsync("publisher", cancellationToken);
            var confirmed = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
            var fresh = await connection.CreateChannelAsync(confirmed, cancellationToken).WaitAsync(cancellationToken);
            await broker.DeclareAsync(fresh, cancellationToken).WaitAsync(cancellationToken);
            isSilent = false;
            return channel = fresh;
        }
        finally
        {
            opening.Release();
        }
    }
}
