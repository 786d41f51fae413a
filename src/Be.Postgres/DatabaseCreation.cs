using Npgsql;

namespace Be.Postgres;

/// <summary>Makes the database that a connection names, as <c>dbmate up</c> does.</summary>
internal static class DatabaseCreation
{
    /// <summary>Every server has it, for connections that are about no database in particular.</summary>
    private const string MaintenanceDatabase = "postgres";

    public static async Task<bool> CreateIfMissingAsync(NpgsqlConnectionStringBuilder connection, CancellationToken cancellationToken)
    {
        if (await ExistsAsync(connection, cancellationToken))
            return false;

        var maintenance = new NpgsqlConnectionStringBuilder(connection.ConnectionString)
        {
            Database = MaintenanceDatabase,
            Pooling = false,
        };
        await using var admin = new NpgsqlConnection(maintenance.ConnectionString);
        await admin.OpenAsync(cancellationToken);
        var name = new NpgsqlCommandBuilder().QuoteIdentifier(connection.Database ?? connection.Username!);
        await using var create = new NpgsqlCommand($"create database {name}", admin);
        try
        {
            await create.ExecuteNonQueryAsync(cancellationToken);
            return true;
        }
        catch (PostgresException taken) when (taken.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another process created it since we looked.
            return false;
        }
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnectionStringBuilder connection, CancellationToken cancellationToken)
    {
        var single = new NpgsqlConnectionStringBuilder(connection.ConnectionString) { Pooling = false };
        await using var attempt = new NpgsqlConnection(single.ConnectionString);
        try
        {
            await attempt.OpenAsync(cancellationToken);
            return true;
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return false;
        }
    }
}
