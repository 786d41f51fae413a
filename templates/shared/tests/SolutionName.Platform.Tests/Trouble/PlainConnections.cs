using System.Diagnostics;
using Npgsql;

namespace Acme.Platform.Tests.Trouble;

/// <summary>A database that is back, as somebody sees it who opens a connection for each question and keeps none.</summary>
internal sealed class PlainConnections
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string connectionString;

    private PlainConnections(string connectionString) => this.connectionString = $"{connectionString};Pooling=false;Timeout=1;Command Timeout=1";

    /// <summary>When it answered first.</summary>
    public DateTime Since { get; private set; }

    /// <summary>How long it has answered, each time within a second. A machine on which that takes longer shows nothing about anybody else.</summary>
    public TimeSpan For { get; private set; }

    /// <summary>Waits until a database answers.</summary>
    public static async Task<PlainConnections> ReturnedAsync(string connectionString)
    {
        var connections = new PlainConnections(connectionString);
        for (var until = DateTime.UtcNow + Patience; DateTime.UtcNow < until; await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            if (await connections.AnswersAsync())
            {
                connections.Since = DateTime.UtcNow;
                return connections;
            }
        }

        throw new TimeoutException("The database does not return.");
    }

    /// <summary>Lets some time pass.</summary>
    public async Task WaitAsync()
    {
        var clock = Stopwatch.StartNew();
        await Task.Delay(50, TestContext.Current.CancellationToken);
        if (await AnswersAsync())
            For += clock.Elapsed;
    }

    private async Task<bool> AnswersAsync()
    {
        var clock = Stopwatch.StartNew();
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = new NpgsqlCommand("select 1", connection);
            await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
            return clock.Elapsed < TimeSpan.FromSeconds(1);
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
