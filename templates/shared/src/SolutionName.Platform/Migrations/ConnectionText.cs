using System.Globalization;
using Npgsql;

namespace Acme.Platform.Migrations;

/// <summary>A connection string in either of its two forms: <c>Host=…;Database=…</c> or <c>postgres://user@host/database</c>.</summary>
public static class ConnectionText
{
    /// <summary>Reads a connection string of either form. Npgsql itself takes only the first.</summary>
    /// <exception cref="FormatException">It is of neither form. The message shows no value of it: one may be a password.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string text)
    {
        var connection = ConnectionUri.IsOne(text) ? ConnectionUri.Parse(text) : FromKeys(text);
        if (string.IsNullOrEmpty(connection.Host))
            connection.Host = DefaultHost();
        return connection;
    }

    /// <summary>Names the database and the user, never the password: <c>postgres://user@host:5432/database</c>.</summary>
    public static string Describe(NpgsqlConnectionStringBuilder connection)
    {
        var user = string.IsNullOrEmpty(connection.Username) ? "" : connection.Username + "@";
        var port = connection.Port.ToString(CultureInfo.InvariantCulture);
        return $"postgres://{user}{connection.Host}:{port}/{connection.Database ?? connection.Username}";
    }

    private static NpgsqlConnectionStringBuilder FromKeys(string text)
    {
        try
        {
            var connection = new NpgsqlConnectionStringBuilder(text);
            return connection.Host?.Contains('=', StringComparison.Ordinal) is true
                ? throw new FormatException("the keys of the connection string are not separated by ';'")
                : connection;
        }
        catch (ArgumentException invalid)
        {
            throw new FormatException(
                invalid.ParamName is null
                    ? "the connection string is neither a URI (postgres://…) nor a list of keys (Host=…;Database=…)"
                    : $"the connection string has a key that is unknown or has a wrong value: {invalid.ParamName}");
        }
    }

    /// <summary>Where libpq looks without a host: the server's socket, which Windows has not.</summary>
    private static string DefaultHost() =>
        OperatingSystem.IsWindows() ? "localhost" : OperatingSystem.IsMacOS() ? "/tmp" : "/var/run/postgresql";
}
