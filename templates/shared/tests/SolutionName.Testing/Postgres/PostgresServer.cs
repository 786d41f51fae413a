using System.Globalization;
using System.Security.Cryptography;
using Acme.Platform.Migrations;
using Npgsql;

namespace Acme.Testing.Postgres;

/// <summary>A real PostgreSQL for tests: the one that the environment names, else a throwaway one that this process starts.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly NpgsqlConnectionStringBuilder connection;
    private readonly IAsyncDisposable? throwaway;

    private PostgresServer(NpgsqlConnectionStringBuilder connection, IAsyncDisposable? throwaway = null)
    {
        this.connection = connection;
        this.throwaway = throwaway;
    }

    /// <summary>How to connect to the server, as a role that may create databases.</summary>
    public string ConnectionString => connection.ConnectionString;

    /// <summary>
    /// Finds a server: <c>ConnectionStrings__Default</c> or <c>DATABASE_URL</c>, else local programs, else Docker.
    /// </summary>
    /// <exception cref="PostgresUnavailableException">There is none; the message says what to install.</exception>
    /// <exception cref="FormatException">The environment names one by something that is not a connection string.</exception>
    public static async Task<PostgresServer> StartAsync(CancellationToken cancellationToken = default)
    {
        var named = Environment.GetEnvironmentVariable("ConnectionStrings__Default") ?? Environment.GetEnvironmentVariable("DATABASE_URL");
        if (!string.IsNullOrEmpty(named))
            return At(named);

        if (await PostgresPrograms.FindAsync(cancellationToken) is { } programs)
        {
            var cluster = await ThrowawayCluster.StartAsync(programs, cancellationToken);
            return new PostgresServer(cluster.Connection, cluster);
        }

        if (await DockerEngine.FindAsync(cancellationToken) is { } engine)
        {
            var container = await ThrowawayContainer.StartAsync(engine, cancellationToken);
            return new PostgresServer(container.Connection, container);
        }

        throw PostgresUnavailableException.NothingInstalled();
    }

    /// <summary>A server that runs already, and is left running.</summary>
    /// <param name="connectionString">How to connect, as a role that may create databases.</param>
    /// <exception cref="FormatException">It is not a connection string.</exception>
    public static PostgresServer At(string connectionString) => new(ConnectionText.Parse(connectionString));

    /// <summary>Creates an empty database.</summary>
    /// <param name="name">What its name begins with; something random follows, because others may use the server too.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The connection string of the database.</returns>
    public async Task<string> CreateDatabaseAsync(string name, CancellationToken cancellationToken = default)
    {
        var start = string.Concat(name.Take(40).Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '_'));
        var database = $"{start}_{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        await ExecuteAsync($"create database \"{database}\"", cancellationToken);
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = database }.ConnectionString;
    }

    /// <summary>Drops a database with everything in it, and ends the connections that it still has.</summary>
    /// <param name="connectionString">What <see cref="CreateDatabaseAsync"/> returned.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task DropDatabaseAsync(string connectionString, CancellationToken cancellationToken = default)
    {
        var database = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await ExecuteAsync($"drop database if exists \"{database}\" with (force)", cancellationToken);
    }

    /// <summary>Stops the server and deletes its files, where this process started it.</summary>
    public ValueTask DisposeAsync() => throwaway?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        var withoutPool = new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false };
        await using var admin = new NpgsqlConnection(withoutPool.ConnectionString);
        await admin.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, admin);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
