namespace Acme.Platform.Tests.Messaging;

/// <summary>The tables of messaging, as the migration makes them that comes with a solution's first event.</summary>
internal static class MessagingTables
{
    public const string Sql =
        """
        create schema messaging;

        -- Events that are still to be delivered, and dead letters.
        create table messaging.outbox (
            id bigint generated always as identity,
            event_id uuid not null,
            aggregate_key text not null,
            event text not null,
            payload jsonb not null,
            trace_parent text,
            occurred_at timestamptz not null default now(),
            attempts integer not null default 0,
            next_attempt_at timestamptz not null default now(),
            last_error text,
            dead_at timestamptz,
            constraint outbox_pkey primary key (id),
            constraint outbox_event_id_key unique (event_id),
            constraint outbox_aggregate_key_check check (char_length(aggregate_key) between 1 and 200),
            constraint outbox_attempts_check check (attempts >= 0)
        );

        create index outbox_waiting_idx on messaging.outbox (aggregate_key, id) where dead_at is null;

#if (rabbitmq)
        -- Events from RabbitMQ that are still to be delivered to the consumers here, and dead letters.
        create table messaging.arrivals (
            id bigint generated always as identity,
            event_id uuid not null,
            aggregate_key text not null,
            event text not null,
            payload jsonb not null,
            trace_parent text,
            occurred_at timestamptz not null,
            attempts integer not null default 0,
            next_attempt_at timestamptz not null default now(),
            last_error text,
            dead_at timestamptz,
            constraint arrivals_pkey primary key (id),
            constraint arrivals_event_id_key unique (event_id),
            constraint arrivals_aggregate_key_check check (char_length(aggregate_key) between 1 and 200),
            constraint arrivals_attempts_check check (attempts >= 0)
        );

        create index arrivals_waiting_idx on messaging.arrivals (aggregate_key, id) where dead_at is null;

#endif
        -- Which consumer has taken which event.
        create table messaging.inbox (
            consumer text not null,
            event_id uuid not null,
            received_at timestamptz not null default now(),
            constraint inbox_pkey primary key (consumer, event_id)
        );

        create index inbox_received_at_idx on messaging.inbox (received_at);
        """;
}
