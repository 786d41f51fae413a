using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Acme.Platform.Database;
using Acme.Platform.Messaging;

namespace Acme.Testing;

/// <summary>Events in tests of the whole API.</summary>
public static class Messages
{
    /// <summary>Hands an event to a consumer, as the relay does.</summary>
    /// <param name="fixture">The API.</param>
    /// <param name="consumer">The consumer's name.</param>
    /// <param name="message">The event.</param>
    /// <param name="id">The event's id: the same one is the same event, come again.</param>
    /// <param name="failsInTheEnd">Whether the transaction fails when the consumer has done its work.</param>
    /// <returns>Whether the event was consumed: it is not when the consumer has it already.</returns>
    /// <exception cref="FailedDelivery">It was to fail.</exception>
    public static async Task<bool> DeliverAsync<TProgram, TEvent>(
        this ApiFixture<TProgram> fixture, string consumer, TEvent message, Guid id, bool failsInTheEnd = false)
        where TProgram : class
    {
        var subscription = fixture.Services.GetServices<Subscription>().Single(one => one.Consumer == consumer);
        var payload = JsonSerializer.Serialize(message, EventJson.Options);
        var envelope = new EventEnvelope(id, DateTimeOffset.UtcNow, null);
        await using var scope = fixture.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Inbox>().ReceiveAsync(
            consumer,
            id,
            async cancellationToken =>
            {
                await subscription.ConsumeAsync(scope.ServiceProvider, payload, envelope, cancellationToken);
                if (failsInTheEnd)
                    throw new FailedDelivery();
            },
            TestContext.Current.CancellationToken);
    }

    /// <summary>
    /// Publishes an event in a transaction of its own, under a key of its own, be it this program's or one that it takes.
    /// </summary>
    /// <returns>The event's id.</returns>
    public static async Task<Guid> PublishAsync<TProgram, TEvent>(this ApiFixture<TProgram> fixture, TEvent message)
        where TProgram : class
        where TEvent : notnull
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var scope = fixture.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<DatabaseSession>();
        await using var transaction = await database.BeginAsync(cancellationToken);
        var taken = fixture.Services.GetServices<Subscription>().Where(one => one.Type == typeof(TEvent));
        var published = fixture.Services.GetServices<PublishedEvent>().Concat(taken.Select(one => new PublishedEvent(one.Event, one.Type)));
        var outbox = new Outbox(database, new EventCatalogue(published.Distinct(), []));
        var id = await outbox.AddAsync(message, Guid.NewGuid().ToString(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return id;
    }

    /// <summary>The consumer has the event, within ten seconds.</summary>
    public static async Task ShouldArriveAsync<TProgram>(this ApiFixture<TProgram> fixture, string consumer, Guid id)
        where TProgram : class
    {
        await using var scope = fixture.Services.CreateAsyncScope();
        for (var until = DateTime.UtcNow.AddSeconds(10); DateTime.UtcNow < until; await Task.Delay(20, TestContext.Current.CancellationToken))
        {
            await using var command = scope.ServiceProvider.GetRequiredService<DatabaseSession>()
                .CreateCommand("select exists (select from messaging.inbox where consumer = $1 and event_id = $2)");
            if (await command.With(consumer).With(id).ExecuteScalarAsync(TestContext.Current.CancellationToken) is true)
                return;
        }

        Assert.Fail($"The event {id} has not arrived at {consumer}.");
    }
}

/// <summary>What a delivery throws that was to fail.</summary>
public sealed class FailedDelivery : Exception
{
    public FailedDelivery()
        : base("The delivery was to fail.") { }
}
