using System.Globalization;
using Npgsql;

namespace Be.Postgres.Review;

/// <summary>Reviews a database by its catalogue and statistics. It never writes: all runs in one read-only transaction that is rolled back.</summary>
/// <param name="rules">What to look for.</param>
public sealed class Reviewer(IReadOnlyList<ReviewRule> rules)
{
    private const string Begin =
        "set transaction isolation level repeatable read read only; set local statement_timeout = '10s'; set local lock_timeout = '1s'; set "
        + "local jit = off";

    /// <summary>What there is to mend.</summary>
    /// <exception cref="NpgsqlException">The database cannot be reached.</exception>
    public async Task<ReviewReport> ReviewAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await ExecuteAsync(connection, Begin, cancellation);
        var extensions = await ExtensionsAsync(connection, cancellation);
        await ExecuteAsync(connection, $"set local search_path = {SearchPath(extensions)}", cancellation);
        var findings = new List<ReviewFinding>();
        var unseen = new List<Unseen>();
        foreach (var rule in rules)
        {
            if (connection.PostgreSqlVersion.Major < rule.Since)
                unseen.Add(new Unseen(rule.Id, $"needs PostgreSQL {rule.Since}"));
            else if (rule.Extension is { } extension && !extensions.ContainsKey(extension))
                unseen.Add(new Unseen(rule.Id, $"needs the extension {extension}: create extension {extension}"));
            else
                await ReviewAsync(connection, transaction, rule, findings, unseen, cancellation);
        }
        await transaction.RollbackAsync(cancellation);
        return new ReviewReport(connection.PostgreSqlVersion.ToString(), findings, unseen);
    }

    /// <summary>A rule that may not read something takes nothing from the others.</summary>
    private static async Task ReviewAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        ReviewRule rule,
        List<ReviewFinding> findings,
        List<Unseen> unseen,
        CancellationToken cancellation
    )
    {
        await transaction.SaveAsync("rule", cancellation);
        try
        {
            findings.AddRange(await FindAsync(connection, rule, cancellation));
            if (rule.Hidden is { } query && await TextAsync(connection, query, cancellation) is { } hidden)
                unseen.Add(new Unseen(rule.Id, hidden));
            await transaction.ReleaseAsync("rule", cancellation);
        }
        catch (PostgresException refused) when (Why(refused) is { } why)
        {
            await transaction.RollbackAsync("rule", cancellation);
            unseen.Add(new Unseen(rule.Id, why));
        }
    }

    private static async Task<List<ReviewFinding>> FindAsync(NpgsqlConnection connection, ReviewRule rule, CancellationToken cancellation)
    {
        var findings = new List<ReviewFinding>();
        await using var command = new NpgsqlCommand(rule.SqlFor(connection.PostgreSqlVersion.Major), connection);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            var row = ReviewRow.Read(rows);
            findings.Add(new ReviewFinding(rule, row.Subject, row.Detail, row.Weight, row.Urgency ?? rule.Urgency, rule.Fix(row)));
        }
        return findings;
    }

    private static string? Why(PostgresException refused) =>
        refused.SqlState switch
        {
            PostgresErrorCodes.InsufficientPrivilege => $"may not be read by this role ({refused.MessageText}): grant pg_monitor to it",
            PostgresErrorCodes.QueryCanceled => "took longer than 10 s",
            PostgresErrorCodes.LockNotAvailable => "waited for a lock",
            PostgresErrorCodes.OutOfMemory => "needs more locks than the server has: raise max_locks_per_transaction",
            PostgresErrorCodes.UndefinedColumn => $"is of another version: {refused.MessageText}",
            PostgresErrorCodes.ObjectNotInPrerequisiteState => string.Create(
                CultureInfo.InvariantCulture,
                $"is not set up: {refused.MessageText}"
            ),
            _ => null,
        };

    private static async Task<string?> TextAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellation) as string;
    }

    /// <summary>What no user of the database could have put in the way, and where the extensions are that rules read.</summary>
    private string SearchPath(Dictionary<string, string> extensions) =>
        string.Join(
            ", ",
            rules.Select(rule => extensions.GetValueOrDefault(rule.Extension ?? "")).OfType<string>().Distinct().Prepend("pg_catalog")
        );

    /// <summary>The extensions that there are, each with its schema as SQL would name it.</summary>
    private static async Task<Dictionary<string, string>> ExtensionsAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        const string Sql =
            "select e.extname::text, quote_ident(n.nspname) from pg_extension e join pg_namespace n on n.oid = e.extnamespace";
        var extensions = new Dictionary<string, string>();
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            extensions.Add(rows.GetString(0), rows.GetString(1));
        return extensions;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
