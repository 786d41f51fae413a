using Npgsql;

namespace Acme.Testing.Postgres;

/// <summary>Asks a server whether it is there.</summary>
internal static class ServerProbe
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    /// <summary>Whether a connection can be opened now.</summary>
    public static async Task<bool> AnswersAsync(NpgsqlConnectionStringBuilder connection, CancellationToken cancellationToken)
    {
        var single = new NpgsqlConnectionStringBuilder(connection.ConnectionString) { Pooling = false, Timeout = 2 };
        await using var attempt = new NpgsqlConnection(single.ConnectionString);
        try
        {
            await attempt.OpenAsync(cancellationToken);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    /// <summary>Waits until a connection can be opened.</summary>
    /// <param name="connection">The server.</param>
    /// <param name="limit">How long to wait at most.</param>
    /// <param name="hasEnded">Whether waiting has become pointless.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Whether it answers.</returns>
    public static async Task<bool> WaitAsync(
        NpgsqlConnectionStringBuilder connection, TimeSpan limit, Func<bool> hasEnded, CancellationToken cancellationToken)
    {
        var deadline = DateTime.UtcNow + limit;
        while (!hasEnded() && DateTime.UtcNow < deadline)
        {
            if (await AnswersAsync(connection, cancellationToken))
                return true;
            await Task.Delay(Interval, cancellationToken);
        }

        return false;
    }
}
