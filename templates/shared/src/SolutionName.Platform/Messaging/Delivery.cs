using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Acme.Platform.Messaging;

/// <summary>Hands an event to everyone who takes it, in this process.</summary>
internal sealed class Delivery(IServiceScopeFactory scopes, EventCatalogue events, IOptions<RelayOptions> options)
{
    /// <summary>What traces of messaging are called.</summary>
    public const string Name = "Acme.Messaging";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Returns when every consumer has the event. One that fails keeps it from none of the others.</summary>
    /// <exception cref="DeliveryFailedException">A consumer has failed.</exception>
    /// <exception cref="OperationCanceledException">The program ends; who has the event already keeps it.</exception>
    public async Task DeliverAsync(QueuedEvent message, CancellationToken stopping)
    {
        var failures = new List<(string Consumer, Exception Exception)>();
        foreach (var subscription in events.SubscriptionsTo(message.Event))
        {
            stopping.ThrowIfCancellationRequested();
            try
            {
                await DeliverAsync(subscription, message, stopping);
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested)
            {
                failures.Add((subscription.Consumer, exception));
            }
        }

        if (failures.Count > 0)
        {
            throw new DeliveryFailedException(
                string.Join("; ", failures.Select(failure => $"{failure.Consumer}: {failure.Exception.Message}")), failures[0].Exception);
        }
    }

    /// <returns>Whether the consumer was called: it is not when it has the event already.</returns>
    internal async Task<bool> DeliverAsync(Subscription subscription, QueuedEvent message, CancellationToken stopping)
    {
        using var activity = Continue(subscription, message);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        patience.CancelAfter(options.Value.Patience);
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            return await scope.ServiceProvider.GetRequiredService<Inbox>().ReceiveAsync(
                subscription.Consumer,
                message.Envelope.Id,
                cancellationToken => subscription.ConsumeAsync(scope.ServiceProvider, message.Payload, message.Envelope, cancellationToken),
                patience.Token);
        }
        catch (Exception exception)
        {
            activity.SetStatus(ActivityStatusCode.Error, exception.Message);
            if (exception is OperationCanceledException && patience.IsCancellationRequested && !stopping.IsCancellationRequested)
                throw new TimeoutException($"It took longer than {options.Value.Patience.TotalSeconds:0} s.", exception);
            throw;
        }
    }

    /// <summary>Goes on with the publisher's trace, also where nobody listens: what the consumer publishes belongs to it as well.</summary>
    private static Activity Continue(Subscription subscription, QueuedEvent message)
    {
        var name = $"{subscription.Consumer} {message.Event}";
        var activity = Source.StartActivity(name, ActivityKind.Consumer, message.Envelope.TraceParent);
        if (activity is null)
        {
            activity = new Activity(name);
            if (message.Envelope.TraceParent is { } parent)
                activity.SetParentId(parent);
            activity.Start();
        }

        return activity.SetTag("messaging.system", "postgresql").SetTag("messaging.message.id", message.Envelope.Id);
    }
}
