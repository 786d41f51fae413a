using Npgsql;

namespace Acme.Platform.Migrations;

/// <summary>Runs one direction of a migration file on a session.</summary>
/// <param name="connection">The session.</param>
/// <param name="file">The file.</param>
/// <param name="part">What to run.</param>
/// <param name="record">Adds it to <c>schema_migrations</c>, or takes it out.</param>
internal sealed class PartExecution(
    NpgsqlConnection connection, MigrationFile file, MigrationPart part, Func<CancellationToken, Task> record)
{
    /// <summary>A statement that waits longer for its lock holds up every query behind it.</summary>
    private const string LockTimeout = "2s";

    /// <summary>Nothing queues behind a <c>concurrently</c>, but it waits for each transaction that was open before it.</summary>
    private const string ConcurrentLockTimeout = "5min";

    /// <summary>Index builds and backfills take as long as the table is large.</summary>
    private const string NoTimeout = "0";

    public MigrationFile File => file;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await (part.InTransaction ? InTransactionAsync(cancellationToken) : AloneAsync(cancellationToken));
        }
        catch (NpgsqlException error)
        {
            throw Failure(null, error);
        }
    }

    private async Task InTransactionAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var statement in part.Statements)
            await ExecuteAsync(statement, cancellationToken);
        await record(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task AloneAsync(CancellationToken cancellationToken)
    {
        foreach (var statement in part.Statements)
        {
            var concurrently = SqlTokenizer.Read(statement.Text).Any(token => token.IsWord(statement.Text, "concurrently"));
            await SetAsync("lock_timeout", part.LockTimeout ?? (concurrently ? ConcurrentLockTimeout : LockTimeout), cancellationToken);
            await SetAsync("statement_timeout", part.StatementTimeout ?? NoTimeout, cancellationToken);
            if (ConcurrentIndex.In(statement.Text) is { } index)
                await index.DropInvalidAsync(connection, cancellationToken);
            await ExecuteAsync(statement, cancellationToken);
        }

        await record(cancellationToken);
    }

    private async Task SetAsync(string setting, string value, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select set_config($1, $2, false)", connection)
        {
            Parameters = { new() { Value = setting }, new() { Value = value } },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task ExecuteAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        // Npgsql 10 sends the command of a batch as it stands. The text of a NpgsqlCommand it would
        // split at each semicolon, those inside `begin atomic` too (https://github.com/npgsql/npgsql/issues/4445).
        await using var batch = new NpgsqlBatch(connection) { Timeout = 0, BatchCommands = { new NpgsqlBatchCommand(statement.Text) } };
        try
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (NpgsqlException error)
        {
            throw Failure(statement, error);
        }
    }

    private MigrationException Failure(SqlStatement? statement, NpgsqlException error)
    {
        var refused = error as PostgresException;
        var problem = refused is null ? error.Message : $"{refused.MessageText} ({refused.SqlState})";
        return new MigrationException(problem, Remedy(refused), error)
        {
            File = file.Name,
            Line = statement?.LineAt(refused?.Position ?? 0),
            Statement = statement?.Summary,
        };
    }

    private string Remedy(PostgresException? refused) => refused switch
    {
        { SqlState: PostgresErrorCodes.LockNotAvailable } =>
            "Another transaction holds the lock for longer than lock_timeout: run this again when it has ended.",
        { SqlState: PostgresErrorCodes.QueryCanceled } =>
            "Where statement_timeout ended it, give the statement more time or less to do, then run this again.",
        _ when !part.InTransaction => "Mend the cause and run this again: the files before this one stay applied.",
        _ => "Mend the cause and run this again: the file was rolled back, the files before it stay applied.",
    };
}
