using Npgsql;
using NpgsqlTypes;
using Acme.Platform.Database;

namespace Acme.Platform.Messaging.RabbitMq;

/// <summary>Events that have come from RabbitMQ and wait for their consumers.</summary>
internal sealed class Arrivals(NpgsqlDataSource database)
{
    /// <summary>The table in the schema <c>messaging</c>.</summary>
    public const string Queue = "arrivals";

    /// <summary>Keeps events, in their order, all or none. One that is there already has come twice.</summary>
    /// <exception cref="PostgresException">They could not be kept.</exception>
    public async Task AddAsync(IReadOnlyList<QueuedEvent> messages, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            with added as (
                insert into messaging.{Queue} (event_id, aggregate_key, event, payload, trace_parent, occurred_at)
                select arrival.event_id, arrival.aggregate_key, arrival.event, arrival.payload, arrival.trace_parent, arrival.occurred_at
                from unnest($1, $2, $3, $4, $5, $6) with ordinality
                    as arrival (event_id, aggregate_key, event, payload, trace_parent, occurred_at, number)
                order by arrival.number
                on conflict (event_id) do nothing
            )
            select pg_notify('{EventQueue.ChannelOf(Queue)}', '')
            """);
        command
            .With(messages.Select(message => message.Envelope.Id).ToArray())
            .With(messages.Select(message => message.AggregateKey).ToArray())
            .With(messages.Select(message => message.Event).ToArray())
            .With(messages.Select(message => message.Payload).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Jsonb)
            .With(messages.Select(message => message.Envelope.TraceParent).ToArray())
            .With(messages.Select(message => message.Envelope.OccurredAt).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Whether a failure to keep an event is the event's own fault: what it holds is no JSON, or cannot be stored.</summary>
    /// <remarks>Class 22, data exception; class 23, integrity constraint violation: PostgreSQL manual, appendix A.</remarks>
    public static bool IsMalformed(PostgresException exception) =>
        exception.SqlState.StartsWith("22", StringComparison.Ordinal) || exception.SqlState.StartsWith("23", StringComparison.Ordinal);
}
