using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Acme.Platform.Messaging;

namespace Acme.Platform.Tests.Messaging;

/// <summary>Delivery by several replicas, through failures.</summary>
public sealed class Relaying(TestServer server) : Replicas(server)
{
    [Fact]
    public async Task TwoReplicasKeepTheOrderOfEachKeyAndApplyEachEventOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(key => PublishAsync($"before-{key}", 20)));

        await Task.WhenAll(StartAsync(options => options.BatchSize = 3), StartAsync());
        await Task.WhenAll(Enumerable.Range(0, 10).Select(key => PublishAsync($"meanwhile-{key}", 20)));

        var effects = (await EffectsAsync(400))
            .Select(effect => effect.Split(' '))
            .ToLookup(effect => effect[0], effect => int.Parse(effect[1], CultureInfo.InvariantCulture));
        Assert.Equal(20, effects.Count);
        Assert.All(effects, key => Assert.Equal(Enumerable.Range(1, 20), key));
    }

    [Fact]
    public async Task AFailureHoldsBackItsOwnKeyOnlyAndComesAgainLaterAndLater()
    {
        OnConsumed = (message, attempt, _) => message is { Key: "a", Number: 1 } && attempt < 5
            ? throw new InvalidOperationException("not yet")
            : Task.CompletedTask;
        await PublishAsync("a", 2);
        await PublishAsync("b", 2);

        await StartAsync(options => options.FirstRetry = TimeSpan.FromMilliseconds(40));

        Assert.Equal(["b 1", "b 2", "a 1", "a 2"], await EffectsAsync(4));
        var attempts = Handed.Where(handed => handed.Message is { Key: "a", Number: 1 }).Select(handed => handed.At).ToList();
        Assert.Equal(5, attempts.Count);
        for (var failures = 1; failures < attempts.Count; failures++)
            Assert.True(attempts[failures] - attempts[failures - 1] >= TimeSpan.FromMilliseconds(40 * Math.Pow(2, failures - 1) / 2));
    }

    [Fact]
    public async Task WhatFailsTooOftenIsADeadLetterThatHoldsNothingBackAndCanBeReplayed()
    {
        var mended = false;
        OnConsumed = (message, _, _) => message.Number == 1 && !mended ? throw new InvalidOperationException("broken\0") : Task.CompletedTask;
        await PublishAsync("a", 2);

        var replica = await StartAsync(options => options.MaxAttempts = 3);

        Assert.Equal(["a 2"], await EffectsAsync(1));
        Assert.Equal(
            ["tests.counted.v1 a 3 tests.counting: broken "],
            await QueryAsync(
                """
                select concat_ws(' ', event, aggregate_key, attempts, substring(last_error from 'tests.counting: broken '))
                from messaging.outbox
                where dead_at is not null
                """));
        mended = true;
        Assert.Equal(0, await CommandAsync(replica, "replay", "all"));
        Assert.Equal(["a 2", "a 1"], await EffectsAsync(2));
    }

    [Theory]
    [InlineData(0, "dead")]
    [InlineData(1, "replay", "0199e0f4-1d5c-7a3e-9c41-5f6d3a2b1c00")]
    [InlineData(2, "replay", "some")]
    [InlineData(2, "nonsense")]
    [InlineData(2)]
    public async Task TheCommandsAnswerWithoutDeadLetters(int exitCode, params string[] command) =>
        Assert.Equal(exitCode, await CommandAsync(await StartAsync(), command));

    [Fact]
    public async Task AProgramWithoutEventsSaysSo()
    {
        await using var nothing = new ServiceCollection().BuildServiceProvider();

        Assert.Equal(1, await EventCommands.RunAsync(nothing, ["dead"], Cancellation));
    }

    [Fact]
    public async Task AReplicaIsWokenWithinASecond()
    {
        await StartAsync(options => options.PollInterval = TimeSpan.FromMinutes(5));
        await PublishAsync("a");
        await EffectsAsync(1);

        var published = Stopwatch.GetTimestamp();
        await PublishAsync("b");

        await EffectsAsync(2);
        Assert.InRange(Stopwatch.GetElapsedTime(published), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task WithoutANotificationItPolls()
    {
        await StartAsync();
        await Task.Delay(200, Cancellation);

        await ExecuteAsync(
            """
            insert into messaging.outbox (event_id, aggregate_key, event, payload)
            values (gen_random_uuid(), 'a', 'tests.counted.v1', '{"key":"a","number":1}')
            """);

        Assert.Equal(["a 1"], await EffectsAsync(1));
    }

    [Fact]
    public async Task AConnectionThatIsLostIsOpenedAgain()
    {
        await StartAsync(options => options.PollInterval = TimeSpan.FromMinutes(5));
        await PublishAsync("a");
        await EffectsAsync(1);

        await Assert.ThrowsAnyAsync<NpgsqlException>(() =>
            ExecuteAsync(
                """
                select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() order by pid = pg_backend_pid()
                """));
        NpgsqlConnection.ClearAllPools();
        await UntilAsync(async () => await TryPublishAsync("b"));

        Assert.Contains("b 1", await EffectsAsync(2));
    }

    [Fact]
    public async Task WhatAShutdownInterruptsComesAgain()
    {
        var begun = new TaskCompletionSource();
        OnConsumed = (_, attempt, cancellationToken) =>
        {
            begun.TrySetResult();
            return attempt == 1 ? Task.Delay(Timeout.Infinite, cancellationToken) : Task.CompletedTask;
        };
        var first = await StartAsync();
        await PublishAsync("a");
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancellation);

        var stopped = Stopwatch.GetTimestamp();
        await StopAsync(first);

        Assert.InRange(Stopwatch.GetElapsedTime(stopped), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Empty(await EffectsAsync());
        Assert.Equal(["0"], await QueryAsync("select attempts::text from messaging.outbox"));
        await StartAsync();
        Assert.Equal(["a 1"], await EffectsAsync(1));
    }

    [Fact]
    public async Task AConsumerThatHangsIsAFailure()
    {
        OnConsumed = (_, attempt, cancellationToken) => attempt == 1 ? Task.Delay(Timeout.Infinite, cancellationToken) : Task.CompletedTask;

        await StartAsync(options => options.Patience = TimeSpan.FromMilliseconds(200));
        await PublishAsync("a");

        Assert.Equal(["a 1"], await EffectsAsync(1));
    }

    [Fact]
    public async Task WhatWaitsIsMeasured()
    {
        var measured = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == Delivery.Name)
                    listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => measured[instrument.Name] = value);
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => measured[instrument.Name] = value);
        listener.Start();
        OnConsumed = (message, _, _) => message.Key == "broken" ? throw new InvalidOperationException("broken") : Task.CompletedTask;
        var replica = await StartAsync(options =>
        {
            options.MaxAttempts = 2;
            options.FirstRetry = TimeSpan.FromMilliseconds(1);
        });
        await PublishAsync("a");
        await PublishAsync("broken");
        await ExecuteAsync(
            """
            insert into messaging.outbox (event_id, aggregate_key, event, payload, occurred_at)
            values (gen_random_uuid(), 'b', 'tests.to-come.v1', '{}', now() - interval '1 hour')
            """);

        var metrics = replica.Services.GetRequiredService<EventQueue>().Metrics;
        await UntilAsync(() => Task.FromResult(metrics.Backlog is { Depth: 1, Dead: 1 }));
        Assert.Equal((1, 1), (metrics.Backlog.Depth, metrics.Backlog.Dead));
        Assert.InRange(metrics.Backlog.Lag, 3600, 3700);
        Assert.Superset(
            new HashSet<string> { "messaging.outbox.delivered", "messaging.outbox.failed", "messaging.outbox.died" }, measured.Keys.ToHashSet());
        listener.RecordObservableInstruments();
        Assert.Superset(
            new HashSet<string> { "messaging.outbox.depth", "messaging.outbox.lag", "messaging.outbox.dead" }, measured.Keys.ToHashSet());
    }

    [Fact]
    public async Task WhatWasTakenLongAgoIsForgottenUnlessItMayComeAgain()
    {
        var waiting = Guid.NewGuid();
        await ExecuteAsync(
            $"""
            insert into messaging.inbox (consumer, event_id, received_at) values
                ('old', gen_random_uuid(), now() - interval '8 days'),
                ('old, waiting', '{waiting}', now() - interval '8 days'),
                ('new', gen_random_uuid(), now() - interval '6 days');
            insert into messaging.outbox (event_id, aggregate_key, event, payload) values ('{waiting}', 'b', 'tests.to-come.v1', 'null')
            """);

        await StartAsync();

        await UntilAsync(async () => (await QueryAsync("select consumer from messaging.inbox")).Count == 2);
        Assert.Equal(["new", "old, waiting"], await QueryAsync("select consumer from messaging.inbox order by consumer"));
    }

    [Fact]
    public async Task WhatTheInboxHasIsNotConsumedAgain()
    {
        var id = await PublishAsync(new Counted("a", 1));
        await ExecuteAsync($"insert into messaging.inbox (consumer, event_id) values ('tests.counting', '{id}')");

        await StartAsync();
        await PublishAsync("b");

        Assert.Equal(["b 1"], await EffectsAsync(1));
    }

    private static Task<int> CommandAsync(IHost replica, params string[] command) => EventCommands.RunAsync(replica.Services, command, Cancellation);

    private async Task<bool> TryPublishAsync(string key)
    {
        try
        {
            await PublishAsync(key);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
