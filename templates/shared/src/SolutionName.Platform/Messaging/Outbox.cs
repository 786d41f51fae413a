using System.Diagnostics;
using System.Text.Json;
using NpgsqlTypes;
using Acme.Platform.Database;

namespace Acme.Platform.Messaging;

/// <summary>Publishes events: they are written in the transaction of the change that they tell of, and leave the database after its commit.</summary>
public sealed class Outbox
{
    private static readonly string Channel = EventQueue.ChannelOf(EventQueue.Outbox);

    private readonly DatabaseSession database;
    private readonly EventCatalogue events;

    internal Outbox(DatabaseSession database, EventCatalogue events)
    {
        this.database = database;
        this.events = events;
    }

    /// <summary>
    /// Publishes an event, when and if the transaction is committed. Each event with a key comes after those published before it with that key.
    /// </summary>
    /// <param name="message">The event.</param>
    /// <param name="aggregateKey">What it is about, such as the id of the order: events about other things may overtake it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The event's id.</returns>
    /// <exception cref="InvalidOperationException">There is no transaction, or the type is registered as no event.</exception>
    public async Task<Guid> AddAsync<TEvent>(TEvent message, string aggregateKey, CancellationToken cancellationToken)
        where TEvent : notnull
    {
        ArgumentException.ThrowIfNullOrEmpty(aggregateKey);
        var name = events.NameOf(typeof(TEvent));
        if (!database.IsInTransaction)
            throw new InvalidOperationException(
                "An event is published in the transaction of the change that it tells of. Begin one around both, and commit it: "
                + "await using var transaction = await database.BeginAsync(cancellationToken).");

        // Numbers are given when rows are written and seen when transactions end: of one key, one transaction at a time writes.
        await using var turn = database.CreateCommand("select pg_advisory_xact_lock(hashtext('messaging.outbox'), hashtext($1))");
        await turn.With(aggregateKey).ExecuteNonQueryAsync(cancellationToken);

        var id = Guid.CreateVersion7();
        await using var insert = database.CreateCommand(
            $"""
            with added as (
                insert into messaging.outbox (event_id, aggregate_key, event, payload, trace_parent)
                values ($1, $2, $3, $4, $5)
                returning id
            )
            select pg_notify('{Channel}', '') from added
            """);
        insert.With(id).With(aggregateKey).With(name)
            .With(JsonSerializer.Serialize(message, EventJson.Options), NpgsqlDbType.Jsonb)
            .With(Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null);
        await insert.ExecuteNonQueryAsync(cancellationToken);
        return id;
    }
}
