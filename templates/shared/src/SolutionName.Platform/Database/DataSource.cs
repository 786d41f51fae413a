using Npgsql;

namespace Acme.Platform.Database;

internal static class DataSource
{
    /// <summary>What holds where the connection string does not say. Altogether less than a request may take: a database that is away is told in time.</summary>
    private static readonly (string Keyword, object Value)[] Defaults =
    [
        // Requests then wait their turn. Npgsql's own 100 is all that a PostgreSQL server with its default settings has, for every replica
        // and service together.
        ("Maximum Pool Size", 20),

        // Seconds to get a connection, be it a new one or one from the pool, and so the longest that somebody waits in vain for a server which is
        // back by now; seconds for a command; milliseconds for its cancellation.
        ("Timeout", 3),
        ("Command Timeout", 10),
        ("Cancellation Timeout", 1000),

        // A statement that a connection has sent five times is parsed once for all: PostgreSQL spends more on reading a short one than on running it.
        ("Max Auto Prepare", 50),

        // Otherwise a server that does not answer is tried twice, and takes twice the time.
        ("GSS Encryption Mode", GssEncryptionMode.Disable),

        // Seconds: connections of the pool that lead nowhere any more are noticed while nobody uses them.
        ("Tcp Keepalive", true),
        ("Tcp Keepalive Time", 5),
        ("Tcp Keepalive Interval", 1),
    ];

    /// <param name="connectionString">In Npgsql's form.</param>
    public static NpgsqlDataSource Create(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        foreach (var (keyword, value) in Defaults)
        {
            if (!settings.ShouldSerialize(keyword))
                settings[keyword] = value;
        }

        SpareThreads.ProvideFor(settings.MaxPoolSize);
        return NpgsqlDataSource.Create(settings);
    }
}
