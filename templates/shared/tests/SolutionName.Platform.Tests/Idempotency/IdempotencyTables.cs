namespace Acme.Platform.Tests.Idempotency;

/// <summary>The table of repeated requests, as the migration makes it that comes with a database's first entity.</summary>
internal static class IdempotencyTables
{
    public const string Sql =
        """
        create schema idempotency;

        -- Requests that came with an idempotency key, and how they were answered. A row without an answer is not seen outside its transaction.
        create table idempotency.requests (
            caller text not null,
            key text not null,
            fingerprint bytea not null,
            status integer,
            location text,
            etag text,
            content_type text,
            body bytea,
            received_at timestamptz not null default now(),
            constraint requests_pkey primary key (caller, key),
            constraint requests_key_check check (char_length(key) between 1 and 255)
        );

        create index requests_received_at_idx on idempotency.requests (received_at);
        """;
}
