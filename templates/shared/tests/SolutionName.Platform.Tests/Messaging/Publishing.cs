using System.Diagnostics;

namespace Acme.Platform.Tests.Messaging;

/// <summary>What is published with a change, and what arrives of it.</summary>
public sealed class Publishing(TestServer server) : Replicas(server)
{
    [Fact]
    public async Task WhatIsCommittedArrives()
    {
        await StartAsync();
        using var activity = new Activity("the request").Start();

        var id = await PublishAsync(new Counted("a", 1));

        Assert.Equal(["a 1"], await EffectsAsync(1));
        var (message, envelope, _) = Assert.Single(Handed);
        Assert.Equal(new Counted("a", 1), message);
        Assert.Equal((id, activity.Id), (envelope.Id, envelope.TraceParent));
        Assert.InRange(DateTimeOffset.UtcNow - envelope.OccurredAt, TimeSpan.FromSeconds(-1), TimeSpan.FromMinutes(1));
        await UntilAsync(async () => (await QueryAsync("select event from messaging.outbox")).Count == 0);
        Assert.Empty(await QueryAsync("select event from messaging.outbox"));
    }

    [Fact]
    public async Task TheConsumerIsPartOfThePublishersTrace()
    {
        ActivityTraceId? seen = null;
        OnConsumed = (_, _, _) =>
        {
            seen = Activity.Current?.TraceId;
            return Task.CompletedTask;
        };
        await StartAsync();
        using var activity = new Activity("the request").Start();

        await PublishAsync("a");

        await EffectsAsync(1);
        Assert.Equal(activity.TraceId, seen);
    }

    [Fact]
    public async Task WhatIsUndoneIsNotPublished()
    {
        await StartAsync();

        await PublishAsync(new Counted("a", 1), commit: false);
        await PublishAsync(new Counted("b", 1));

        Assert.Equal(["b 1"], await EffectsAsync(1));
        Assert.Single(Handed);
    }

    [Fact]
    public async Task WithoutATransactionItIsRefused()
    {
        await using var scope = NewScope();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => Outbox(scope).AddAsync(new Counted("a", 1), "a", Cancellation));

        Assert.Contains("BeginAsync", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNoEventIsRefused()
    {
        await using var scope = NewScope();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => Outbox(scope).AddAsync("text", "a", Cancellation));

        Assert.Contains("AddEvent<String>", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublishersOfOneKeyTakeTurnsUntilTheyCommit()
    {
        await using var first = NewScope();
        await using var transaction = await Session(first).BeginAsync(Cancellation);
        await Outbox(first).AddAsync(new Counted("a", 1), "a", Cancellation);

        var second = PublishAsync(new Counted("a", 2));
        await PublishAsync(new Counted("b", 1));

        Assert.False(second.IsCompleted);
        await transaction.CommitAsync(Cancellation);
        await second;
        await StartAsync();
        Assert.Equal(["a 1", "a 2"], (await EffectsAsync(3)).Where(effect => effect[0] == 'a'));
    }

    [Fact]
    public async Task AMemberThatTheReaderDoesNotKnowYetIsNoneOfItsBusiness()
    {
        await ExecuteAsync(
            """
            insert into messaging.outbox (event_id, aggregate_key, event, payload)
            values (gen_random_uuid(), 'a', 'tests.counted.v1', '{"key":"a","number":1,"since":"tomorrow"}')
            """);

        await StartAsync();

        Assert.Equal(["a 1"], await EffectsAsync(1));
    }

    [Fact]
    public async Task AnEventOfAnotherVersionOfTheProgramIsLeftToThat()
    {
        await ExecuteAsync(
            """
            insert into messaging.outbox (event_id, aggregate_key, event, payload)
            values (gen_random_uuid(), 'b', 'tests.to-come.v1', '{}'), (gen_random_uuid(), 'a', 'tests.counted.v1', '{"key":"a","number":1}')
            """);

        await StartAsync();

        await EffectsAsync(1);
        await UntilAsync(async () => (await QueryAsync("select event from messaging.outbox")).Count == 1);
        Assert.Equal(["tests.to-come.v1"], await QueryAsync("select event from messaging.outbox"));
    }
}
