using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Acme.Platform.Messaging;

/// <summary>Takes events out of a queue and hands them on, at least once. Any number of replicas may run at a time.</summary>
/// <param name="database">Where the queue is.</param>
/// <param name="queue">What it takes them out of.</param>
/// <param name="deliverAsync">Hands an event on; throws <see cref="DeliveryFailedException"/> when only that event cannot be.</param>
/// <param name="events">The events that it takes.</param>
/// <param name="settings">How.</param>
/// <param name="logger">Told of failures.</param>
internal sealed partial class Relay(
    NpgsqlDataSource database,
    EventQueue queue,
    Func<QueuedEvent, CancellationToken, Task> deliverAsync,
    EventCatalogue events,
    IOptions<RelayOptions> settings,
    ILogger<Relay> logger) : BackgroundService
{
    private readonly RelayOptions options = settings.Value;
    private readonly SemaphoreSlim wakeUp = new(0, 1);

    /// <summary>The last key of a full batch: the next one goes on after it, so that keys with much to do do not starve the others.</summary>
    private string after = "";

    public override void Dispose()
    {
        wakeUp.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Persistence.UntilStoppedAsync(ListenAsync, options, LogInterrupted, stoppingToken),
        Persistence.UntilStoppedAsync(RelayAsync, options, LogInterrupted, stoppingToken));

    private async Task ListenAsync(Action works, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        await using (var listen = new NpgsqlCommand($"listen {queue.Channel}", connection))
            await listen.ExecuteNonQueryAsync(stopping);

        // What was published before it listened was missed.
        for (; ; await connection.WaitAsync(stopping))
        {
            works();
            if (wakeUp.CurrentCount == 0)
                wakeUp.Release();
        }
    }

    private async Task RelayAsync(Action works, CancellationToken stopping)
    {
        while (true)
        {
            while (await RelayBatchAsync(stopping))
                works();

            works();
            queue.Metrics.Backlog = await queue.MeasureAsync(stopping);
            await wakeUp.WaitAsync(options.PollInterval, stopping);
        }
    }

    /// <returns>Whether there may be more: it took events, or did not begin with the first key.</returns>
    private async Task<bool> RelayBatchAsync(CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        var messages = await queue.LockAsync(transaction, events.Names, after, options.BatchSize, stopping);
        var outcomes = new ConcurrentBag<(QueuedEvent Message, Exception? Failure)>();
        var interruptions = new ConcurrentBag<Exception>();
        await Parallel.ForEachAsync(
            messages,
            new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = CancellationToken.None },
            async (message, _) =>
            {
                try
                {
                    await deliverAsync(message, stopping);
                    outcomes.Add((message, null));
                }
                catch (DeliveryFailedException exception)
                {
                    outcomes.Add((message, exception));
                }
                catch (Exception exception)
                {
                    // Neither delivered nor failed: it stays in the queue as it is.
                    interruptions.Add(exception);
                }
            });

        await SettleAsync(transaction, outcomes);
        if (interruptions.TryTake(out var interruption))
            ExceptionDispatchInfo.Throw(interruption);

        var isMore = messages.Count > 0 || after.Length > 0;
        after = messages.Count < options.BatchSize ? "" : messages[^1].AggregateKey;
        return isMore;
    }

    private async Task SettleAsync(NpgsqlTransaction transaction, IReadOnlyCollection<(QueuedEvent Message, Exception? Failure)> outcomes)
    {
        await queue.DeleteAsync(transaction, [.. outcomes.Where(outcome => outcome.Failure is null).Select(outcome => outcome.Message.Id)]);
        foreach (var (message, failure) in outcomes)
        {
            if (failure is not null)
                await KeepAsync(transaction, message, failure);
        }

        await transaction.CommitAsync(CancellationToken.None);
        foreach (var (message, _) in outcomes.Where(outcome => outcome.Failure is null))
            queue.Metrics.Delivered(message.Event);
    }

    private async Task KeepAsync(NpgsqlTransaction transaction, QueuedEvent message, Exception failure)
    {
        var attempts = message.Attempts + 1;
        queue.Metrics.Failed(message.Event);
        if (attempts < options.MaxAttempts)
        {
            var pause = options.RetryAfter(attempts, Random.Shared.NextDouble());
            LogFailed(failure, message.Event, message.Envelope.Id, attempts, pause.TotalSeconds);
            await queue.KeepAsync(transaction, message.Id, failure.Message, pause);
        }
        else
        {
            queue.Metrics.Died(message.Event);
            LogDead(failure, message.Event, message.Envelope.Id, attempts);
            await queue.KeepAsync(transaction, message.Id, failure.Message, null);
        }
    }

    [LoggerMessage(LogLevel.Error, "Relaying events was interrupted; it goes on in {Seconds:0.0} s.")]
    private partial void LogInterrupted(Exception exception, double seconds);

    [LoggerMessage(LogLevel.Warning, "The event {Event} ({Id}) failed for the {Attempt}. time; it comes again in {Seconds:0.0} s.")]
    private partial void LogFailed(Exception exception, string @event, Guid id, int attempt, double seconds);

    [LoggerMessage(LogLevel.Error, "The event {Event} ({Id}) failed for the {Attempt}. time and is a dead letter now: `events dead`.")]
    private partial void LogDead(Exception exception, string @event, Guid id, int attempt);
}
