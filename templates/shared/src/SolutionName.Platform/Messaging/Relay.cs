using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Acme.Platform.Messaging;

/// <summary>Takes events out of the outbox and delivers them, at least once. Any number of replicas may run at a time.</summary>
internal sealed partial class Relay(
    NpgsqlDataSource database,
    OutboxTable outbox,
    Delivery delivery,
    EventCatalogue events,
    RelayMetrics metrics,
    IOptions<RelayOptions> settings,
    ILogger<Relay> logger) : BackgroundService
{
    private static readonly TimeSpan HouseKeepingInterval = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

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
        UntilStoppedAsync(ListenAsync, stoppingToken),
        UntilStoppedAsync(RelayAsync, stoppingToken),
        UntilStoppedAsync(KeepHouseAsync, stoppingToken));

    /// <summary>Goes on after whatever goes wrong: the database may be away, or not be migrated yet.</summary>
    private async Task UntilStoppedAsync(Func<Action, CancellationToken, Task> workAsync, CancellationToken stopping)
    {
        await Task.Yield();
        for (var failures = 0; ;)
        {
            try
            {
                await workAsync(() => failures = 0, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                var pause = options.RetryAfter(++failures, Random.Shared.NextDouble());
                pause = pause < LongestPause ? pause : LongestPause;
                LogInterrupted(exception, pause.TotalSeconds);
                await Task.Delay(pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(Action works, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        await using (var listen = new NpgsqlCommand($"listen {Outbox.Channel}", connection))
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
            metrics.Backlog = await outbox.MeasureAsync(stopping);
            await wakeUp.WaitAsync(options.PollInterval, stopping);
        }
    }

    /// <returns>Whether there may be more: it took events, or did not begin with the first key.</returns>
    private async Task<bool> RelayBatchAsync(CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        var messages = await OutboxTable.LockAsync(transaction, events.Names, after, options.BatchSize, stopping);
        var outcomes = new ConcurrentBag<(OutboxMessage Message, Exception? Failure)>();
        await Parallel.ForEachAsync(
            messages,
            new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = CancellationToken.None },
            async (message, _) =>
            {
                try
                {
                    await delivery.DeliverAsync(message, stopping);
                    outcomes.Add((message, null));
                }
                catch (AggregateException exception)
                {
                    outcomes.Add((message, exception));
                }
                catch (OperationCanceledException) when (stopping.IsCancellationRequested)
                {
                    // Neither delivered nor failed: it stays in the outbox as it is.
                }
            });

        await SettleAsync(transaction, outcomes);
        var isMore = messages.Count > 0 || after.Length > 0;
        after = messages.Count < options.BatchSize ? "" : messages[^1].AggregateKey;
        return isMore;
    }

    private async Task SettleAsync(NpgsqlTransaction transaction, IReadOnlyCollection<(OutboxMessage Message, Exception? Failure)> outcomes)
    {
        await OutboxTable.DeleteAsync(transaction, [.. outcomes.Where(outcome => outcome.Failure is null).Select(outcome => outcome.Message.Id)]);
        foreach (var (message, failure) in outcomes)
        {
            if (failure is not null)
                await KeepAsync(transaction, message, failure);
        }

        await transaction.CommitAsync(CancellationToken.None);
        foreach (var (message, _) in outcomes.Where(outcome => outcome.Failure is null))
            metrics.Delivered(message.Event);
    }

    private async Task KeepAsync(NpgsqlTransaction transaction, OutboxMessage message, Exception failure)
    {
        var attempts = message.Attempts + 1;
        metrics.Failed(message.Event);
        if (attempts < options.MaxAttempts)
        {
            var pause = options.RetryAfter(attempts, Random.Shared.NextDouble());
            LogFailed(failure, message.Event, message.Id, attempts, pause.TotalSeconds);
            await OutboxTable.KeepAsync(transaction, message.Id, failure.Message, pause);
        }
        else
        {
            metrics.Died(message.Event);
            LogDead(failure, message.Event, message.Id, attempts);
            await OutboxTable.KeepAsync(transaction, message.Id, failure.Message, null);
        }
    }

    private async Task KeepHouseAsync(Action works, CancellationToken stopping)
    {
        while (true)
        {
            await outbox.ForgetAsync(options.InboxRetention, stopping);
            works();
            await Task.Delay(HouseKeepingInterval, stopping);
        }
    }

    [LoggerMessage(LogLevel.Error, "Relaying events was interrupted; it goes on in {Seconds:0.0} s.")]
    private partial void LogInterrupted(Exception exception, double seconds);

    [LoggerMessage(LogLevel.Warning, "The event {Event} (outbox {Id}) failed for the {Attempt}. time; it comes again in {Seconds:0.0} s.")]
    private partial void LogFailed(Exception exception, string @event, long id, int attempt, double seconds);

    [LoggerMessage(LogLevel.Error, "The event {Event} (outbox {Id}) failed for the {Attempt}. time and is a dead letter now: `events dead`.")]
    private partial void LogDead(Exception exception, string @event, long id, int attempt);
}
