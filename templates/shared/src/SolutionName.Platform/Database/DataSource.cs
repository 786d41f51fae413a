using Npgsql;

namespace Acme.Platform.Database;

internal static class DataSource
{
    /// <summary>
    /// Connections at most, where the connection string does not say (<c>Maximum Pool Size</c>): requests then wait their turn. Npgsql's own 100
    /// is all that a PostgreSQL server with its default settings has, for every replica and service together.
    /// </summary>
    private const int DefaultPoolSize = 20;

    /// <param name="connectionString">In Npgsql's form.</param>
    public static NpgsqlDataSource Create(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (!settings.ShouldSerialize("Maximum Pool Size"))
            settings.MaxPoolSize = DefaultPoolSize;
        return NpgsqlDataSource.Create(settings);
    }
}
