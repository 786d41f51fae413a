using System.Diagnostics.Metrics;
using Npgsql;
using Acme.Platform.Database;

namespace Acme.Platform.Messaging;

/// <summary>A table of events that wait, as a relay works on it.</summary>
internal sealed class EventQueue(string name, NpgsqlDataSource database, IMeterFactory meters)
{
    /// <summary>The events that this program publishes.</summary>
    public const string Outbox = "outbox";

    /// <summary>What it is called in the schema <c>messaging</c>.</summary>
    public string Name => name;

    /// <summary>The channel of PostgreSQL's notify that says that there is something in it.</summary>
    public string Channel { get; } = ChannelOf(name);

    public RelayMetrics Metrics { get; } = new(meters, name);

    public static string ChannelOf(string name) => $"messaging_{name}";

    /// <summary>
    /// Locks events that are due: of each key the oldest one only, so that none overtakes another, here or on another replica. Events that
    /// another replica has locked are left to it. A dead letter holds nothing back.
    /// </summary>
    /// <remarks>It goes from key to key in the index, so that a key with many events costs no more than one with a few.</remarks>
    /// <param name="transaction">Holds the locks.</param>
    /// <param name="events">The names of the events to take.</param>
    /// <param name="after">The key to go on after; empty to begin with the first.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<List<QueuedEvent>> LockAsync(
        NpgsqlTransaction transaction, string[] events, string after, int limit, CancellationToken cancellationToken)
    {
        await using var command = On(
            transaction,
            $"""
            with recursive oldest as (
                (
                    select aggregate_key, id
                    from messaging.{name}
                    where dead_at is null and aggregate_key > $2
                    order by aggregate_key, id
                    limit 1
                )
                union all
                select next.aggregate_key, next.id
                from oldest
                cross join lateral (
                    select aggregate_key, id
                    from messaging.{name}
                    where dead_at is null and aggregate_key > oldest.aggregate_key
                    order by aggregate_key, id
                    limit 1
                ) next
            )
            select
                message.id, message.aggregate_key, message.event, message.payload, message.attempts, message.event_id, message.occurred_at,
                message.trace_parent
            from oldest
            join messaging.{name} message on message.id = oldest.id
            where message.dead_at is null and message.next_attempt_at <= statement_timestamp() and message.event = any($1)
            limit $3
            for update of message skip locked
            """);
        return await command.With(events).With(after).With(limit).ListAsync(Read, cancellationToken);
    }

    /// <summary>Delivered: the rows go.</summary>
    public async Task DeleteAsync(NpgsqlTransaction transaction, long[] ids)
    {
        await using var command = On(transaction, $"delete from messaging.{name} where id = any($1)");
        await command.With(ids).ExecuteNonQueryAsync(CancellationToken.None);
    }

    /// <summary>Failed: the event comes again, or has become a dead letter.</summary>
    /// <param name="transaction">The one that has locked it.</param>
    /// <param name="id">The row.</param>
    /// <param name="error">Why.</param>
    /// <param name="retryAfter">When it comes again; null makes it a dead letter.</param>
    public async Task KeepAsync(NpgsqlTransaction transaction, long id, string error, TimeSpan? retryAfter)
    {
        await using var command = On(
            transaction,
            $"""
            update messaging.{name}
            set
                attempts = attempts + 1,
                last_error = $2,
                next_attempt_at = clock_timestamp() + coalesce($3, '0'::interval),
                dead_at = case when $3 is null then clock_timestamp() end
            where id = $1
            """);
        command.With(id).With(error[..Math.Min(error.Length, 2_000)].Replace('\0', ' ')).With<TimeSpan?>(retryAfter);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    /// <summary>What waits, since when the oldest of it does, and how many dead letters there are.</summary>
    public async Task<Backlog> MeasureAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            select
                count(*) filter (where dead_at is null),
                coalesce(extract(epoch from clock_timestamp() - min(occurred_at) filter (where dead_at is null)), 0)::float8,
                count(*) filter (where dead_at is not null)
            from messaging.{name}
            """);
        return (await command.FindAsync(row => new Backlog(row.GetInt64(0), row.GetDouble(1), row.GetInt64(2)), cancellationToken))!;
    }

    /// <summary>Forgets what was taken long ago. What the queue still holds may come again, and is remembered.</summary>
    public async Task ForgetAsync(TimeSpan retention, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            delete from messaging.inbox
            where received_at < now() - $1 and not exists (select from messaging.{name} waiting where waiting.event_id = inbox.event_id)
            """);
        await command.With(retention).ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The dead letters, oldest first.</summary>
    public async Task<List<DeadLetter>> ListDeadAsync(int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            select event_id, event, aggregate_key, attempts, dead_at, last_error
            from messaging.{name}
            where dead_at is not null
            order by id
            limit $1
            """);
        return await command.With(limit).ListAsync(
            row => new DeadLetter(
                name, row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetFieldValue<DateTimeOffset>(4), row.GetString(5)),
            cancellationToken);
    }

    /// <summary>Lets dead letters be delivered again, as if for the first time.</summary>
    /// <param name="eventId">Which one; null for all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many.</returns>
    public async Task<long> ReplayAsync(Guid? eventId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            with replayed as (
                update messaging.{name}
                set dead_at = null, attempts = 0, next_attempt_at = now()
                where dead_at is not null and ($1 is null or event_id = $1)
                returning id
            ),
            told as (
                select pg_notify('{Channel}', '')
            )
            select count(*) from replayed, told
            """);
        return (long)(await command.With<Guid?>(eventId).ExecuteScalarAsync(cancellationToken))!;
    }

    private static NpgsqlCommand On(NpgsqlTransaction transaction, string sql) => new(sql, transaction.Connection, transaction);

    private static QueuedEvent Read(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.GetInt32(4),
        new EventEnvelope(row.GetGuid(5), row.GetFieldValue<DateTimeOffset>(6), row.GetNullable<string>(7)));
}

/// <summary>How much there is in a queue.</summary>
/// <param name="Depth">Events that wait.</param>
/// <param name="Lag">How many seconds ago the oldest of them occurred.</param>
/// <param name="Dead">Dead letters.</param>
internal sealed record Backlog(long Depth, double Lag, long Dead);

/// <summary>An event that failed too often.</summary>
internal sealed record DeadLetter(
    string Queue, Guid EventId, string Event, string AggregateKey, int Attempts, DateTimeOffset DeadAt, string Error);
