using Npgsql;
using Acme.Platform.Database;
using Acme.Platform.Errors;

namespace Acme.Platform.Idempotency;

/// <summary>The table <c>idempotency.requests</c>: requests with a key, and how they were answered.</summary>
internal sealed class RequestLog(DatabaseSession database)
{
    private const int BatchSize = 1_000;

    // How long a request waits for another one with its key to be answered.
    private const string Patience = "5s";

    /// <summary>How long an answer can be had again.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromHours(24);

    /// <summary>Reserves the key for this request until the end of the transaction. Waits while another request has it.</summary>
    /// <returns>What the same request was answered before; null when it is to be answered now.</returns>
    /// <exception cref="ApiException">The key is another request's, or one with it is still being answered.</exception>
    public async Task<Answer?> ReserveAsync(IdempotentRequest request, CancellationToken cancellationToken)
    {
        while (!await InsertAsync(request, cancellationToken))
        {
            if (await FindAsync(request, cancellationToken) is not { } found)
            {
                await ForgetAsync(request, cancellationToken);
                continue;
            }

            return found.Fingerprint.AsSpan().SequenceEqual(request.Fingerprint)
                ? found.Answer
                : throw new ApiException(new(422, "IDEMPOTENCY_MISMATCH", "Another request had this idempotency key."));
        }

        return null;
    }

    /// <summary>Remembers how the request was answered, if the transaction is committed.</summary>
    public async Task RememberAsync(IdempotentRequest request, Answer answer, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            update idempotency.requests
            set status = $3, location = $4, etag = $5, content_type = $6, body = $7
            where caller = $1 and key = $2
            """);
        command.With(request.Caller).With(request.Key)
            .With(answer.Status).With(answer.Location).With(answer.ETag).With(answer.ContentType).With(answer.Body);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Forgets all that is older than <see cref="Retention"/>.</summary>
    public static async Task ForgetAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(
            """
            delete from idempotency.requests
            where (caller, key) in (
                select caller, key
                from idempotency.requests
                where received_at <= now() - $1
                order by received_at
                limit $2
                for update skip locked
            )
            """);
        command.With(Retention).With(BatchSize);
        while (await command.ExecuteNonQueryAsync(cancellationToken) == BatchSize) { }
    }

    /// <returns>Whether there was no request with the key.</returns>
    private async Task<bool> InsertAsync(IdempotentRequest request, CancellationToken cancellationToken)
    {
        var transaction = database.Transaction!;
        var insert = new NpgsqlBatchCommand(
            "insert into idempotency.requests (caller, key, fingerprint) values ($1, $2, $3) on conflict do nothing")
        {
            Parameters = { new() { Value = request.Caller }, new() { Value = request.Key }, new() { Value = request.Fingerprint } },
        };
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction)
        {
            BatchCommands = { new($"set local lock_timeout = '{Patience}'"), insert, new("set local lock_timeout to default") },
        };
        try
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new ApiException(
                new(409, "IDEMPOTENCY_IN_PROGRESS", "A request with this idempotency key is still being answered.")
                {
                    RetryAfter = TimeSpan.FromSeconds(1),
                });
        }

        return insert.RecordsAffected == 1;
    }

    private async Task<Found?> FindAsync(IdempotentRequest request, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select fingerprint, status, location, etag, content_type, body
            from idempotency.requests
            where caller = $1 and key = $2 and received_at > now() - $3
            """);
        return await command.With(request.Caller).With(request.Key).With(Retention).FindAsync(Read, cancellationToken);
    }

    private async Task ForgetAsync(IdempotentRequest request, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "delete from idempotency.requests where caller = $1 and key = $2 and received_at <= now() - $3");
        await command.With(request.Caller).With(request.Key).With(Retention).ExecuteNonQueryAsync(cancellationToken);
    }

    private static Found Read(NpgsqlDataReader row) => new(
        row.GetFieldValue<byte[]>(0),
        new Answer(
            row.GetInt32(1), row.GetNullable<string>(2), row.GetNullable<string>(3), row.GetNullable<string>(4), row.GetFieldValue<byte[]>(5)));

    private sealed record Found(byte[] Fingerprint, Answer Answer);
}
