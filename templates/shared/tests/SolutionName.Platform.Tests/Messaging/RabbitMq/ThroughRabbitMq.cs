using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RabbitMQ.Client;
using Acme.Platform.Messaging;
using Acme.Platform.Messaging.RabbitMq;
using Acme.Testing.RabbitMq;

namespace Acme.Platform.Tests.Messaging.RabbitMq;

/// <summary>Events that go from program to program through a real RabbitMQ.</summary>
public sealed class ThroughRabbitMq(TestServer server) : Replicas(server)
{
    private BrokerSpace broker = null!;
    private bool isAway;

    protected override Dictionary<string, string?> Settings => isAway
        ? new(broker.Settings) { ["ConnectionStrings:RabbitMq"] = "amqp://guest:guest@127.0.0.1:1/" }
        : broker.Settings;

    public override async ValueTask InitializeAsync()
    {
        broker = await BrokerSpace.NewAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await broker.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override void Wire(IServiceCollection services) { }

    [Fact]
    public async Task WhatIsCommittedArrivesWithItsIdTimeAndTrace()
    {
        await StartAsync();
        using var activity = new Activity("the request").Start();

        var id = await PublishAsync(new Counted("ä", 1));

        Assert.Equal(["ä 1"], await EffectsAsync(1));
        var (message, envelope, _) = Assert.Single(Handed);
        Assert.Equal(new Counted("ä", 1), message);
        Assert.Equal((id, activity.Id), (envelope.Id, envelope.TraceParent));
        Assert.InRange(DateTimeOffset.UtcNow - envelope.OccurredAt, TimeSpan.FromSeconds(-1), TimeSpan.FromMinutes(1));
        await UntilAsync(async () => await WaitingAsync() == "0 0");
        Assert.Equal("0 0", await WaitingAsync());
    }

    [Fact]
    public async Task SeveralReplicasKeepTheOrderOfEachKeyAndApplyEachEventOnce()
    {
        await Task.WhenAll(StartAsync(options => options.BatchSize = 3), StartAsync());

        await Task.WhenAll(Enumerable.Range(0, 10).Select(key => PublishAsync($"key-{key}", 20)));

        var effects = (await EffectsAsync(200))
            .Select(effect => effect.Split(' '))
            .ToLookup(effect => effect[0], effect => int.Parse(effect[1], CultureInfo.InvariantCulture));
        Assert.Equal(10, effects.Count);
        Assert.All(effects, key => Assert.Equal(Enumerable.Range(1, 20), key));
    }

    [Fact]
    public async Task WhatIsPublishedWhileNobodyReceivesWaitsInTheQueue()
    {
        await StopAsync(await ReceivingAsync());
        await PublishAsync("a", 2);

        await StartAsync();

        Assert.Equal(["a 1", "a 2"], await EffectsAsync(2));
    }

    [Fact]
    public async Task AConnectionThatIsLostIsOpenedAgain()
    {
        var replica = await ReceivingAsync();
        await using (var connection = await broker.ConnectAsync())
        await using (var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation))
            await channel.QueueDeleteAsync(broker.Exchange, cancellationToken: Cancellation); // the server cancels the receiver
        await UntilAsync(async () => await ReceiversAsync() == 1);

        await PublishAsync("a");

        Assert.Equal(["a 1"], await EffectsAsync(1));
        await StopAsync(replica);
    }

    [Fact]
    public async Task WhatComesTwiceIsConsumedOnce()
    {
        await ReceivingAsync();
        var id = Guid.CreateVersion7();

        await SendAsync(id, """{"key":"a","number":1}""");
        await EffectsAsync(1);
        await SendAsync(id, """{"key":"a","number":1}""");
        await SendAsync(Guid.CreateVersion7(), """{"key":"a","number":2}""");

        Assert.Equal(["a 1", "a 2"], await EffectsAsync(2));
    }

    [Fact]
    public async Task WhatIsNoEventIsPutAsideAndHoldsNothingUp()
    {
        await ReceivingAsync();

        await SendAsync(Guid.CreateVersion7(), "no JSON");
        await SendAsync(Guid.CreateVersion7(), """{"key":"a\u0000","number":1}""");
        await SendAsync(null, "{}");
        await SendAsync(Guid.CreateVersion7(), """{"key":"a","number":1}""");

        Assert.Equal(["a 1"], await EffectsAsync(1));
        await UntilAsync(async () => await CountAsync(broker.Exchange + ".dead") == 3);
        Assert.Equal(3u, await CountAsync(broker.Exchange + ".dead"));
        Assert.Equal(0u, await CountAsync(broker.Exchange));
    }

    [Fact]
    public async Task AFailureIsTheReceiversToRetryAndToKeep()
    {
        OnConsumed = (_, _, _) => throw new InvalidOperationException("broken");
        var replica = await ReceivingAsync(options => options.MaxAttempts = 2);

        var id = await PublishAsync(new Counted("a", 1));

        await UntilAsync(async () => (await DeadAsync()).Count == 1);
        Assert.Equal(["tests.counted.v1 2 tests.counting: broken"], await DeadAsync());
        Assert.Equal("0 1", await WaitingAsync());
        OnConsumed = (_, _, _) => Task.CompletedTask;
        Assert.Equal(0, await EventCommands.RunAsync(replica.Services, ["replay", id.ToString()], Cancellation));
        Assert.Equal(["a 1"], await EffectsAsync(1));
    }

    [Fact]
    public async Task WithoutAServerEventsWaitInTheOutboxAndNoAttemptCounts()
    {
        isAway = true;
        var replica = await StartAsync();

        await PublishAsync("a");
        await Task.Delay(500, Cancellation);

        Assert.Equal(["0"], await QueryAsync("select attempts::text from messaging.outbox"));
        await StopAsync(replica);
        isAway = false;
        await ReceivingAsync();
        Assert.Equal(["a 1"], await EffectsAsync(1));
    }

    private Task<List<string>> DeadAsync() => QueryAsync(
        "select concat_ws(' ', event, attempts, last_error) from messaging.arrivals where dead_at is not null");

    /// <summary>How many events wait to be published, and how many to be consumed.</summary>
    private async Task<string> WaitingAsync() => (await QueryAsync(
        "select concat_ws(' ', (select count(*) from messaging.outbox), (select count(*) from messaging.arrivals))")).Single();

    /// <summary>A program whose queue is there.</summary>
    private async Task<IHost> ReceivingAsync(Action<RelayOptions>? configure = null)
    {
        var replica = await StartAsync(configure);
        await UntilAsync(async () => await ReceiversAsync() > 0);
        return replica;
    }

    private async Task<uint> ReceiversAsync() => await DeclaredAsync(broker.Exchange) is { } queue ? queue.ConsumerCount : 0;

    private async Task<uint> CountAsync(string queue) => (await DeclaredAsync(queue))!.MessageCount;

    private async Task<QueueDeclareOk?> DeclaredAsync(string queue)
    {
        await using var connection = await broker.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            return await channel.QueueDeclarePassiveAsync(queue);
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
        {
            return null;
        }
    }

    /// <summary>Sends what another program might.</summary>
    private async Task SendAsync(Guid? id, string payload)
    {
        await using var connection = await broker.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        var properties = id is null
            ? new BasicProperties()
            : EventHeaders.Of(new QueuedEvent(0, "a", "tests.counted.v1", payload, 0, new EventEnvelope(id.Value, DateTimeOffset.UtcNow, null)));
        await channel.BasicPublishAsync(broker.Exchange, "tests.counted.v1", mandatory: true, properties, Encoding.UTF8.GetBytes(payload));
    }
}
