using System.Globalization;
using Npgsql;

namespace Acme.Platform.Migrations;

/// <summary>The URI form of a connection string.</summary>
/// <remarks>https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS</remarks>
internal static class ConnectionUri
{
    /// <summary>What libpq names otherwise than Npgsql.</summary>
    private static readonly Dictionary<string, string> NpgsqlNames = new(StringComparer.Ordinal)
    {
        ["dbname"] = "Database",
        ["user"] = "Username",
        ["socket"] = "Host",
        ["sslmode"] = "SSL Mode",
        ["sslrootcert"] = "Root Certificate",
        ["sslcert"] = "SSL Certificate",
        ["sslkey"] = "SSL Key",
        ["sslpassword"] = "SSL Password",
        ["sslnegotiation"] = "SSL Negotiation",
        ["gssencmode"] = "GSS Encryption Mode",
        ["channel_binding"] = "Channel Binding",
        ["application_name"] = "Application Name",
        ["client_encoding"] = "Client Encoding",
        ["connect_timeout"] = "Timeout",
        ["search_path"] = "Search Path",
        ["target_session_attrs"] = "Target Session Attributes",
    };

    public static bool IsOne(string text) => SchemeLength(text) > 0;

    /// <exception cref="FormatException">The URI is not well formed. The message shows no value of it.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string uri)
    {
        var connection = new NpgsqlConnectionStringBuilder();
        var (beforeQuery, query) = Cut(uri[SchemeLength(uri)..], '?');
        var (authority, database) = Cut(beforeQuery, '/');
        var at = authority.LastIndexOf('@');
        if (at >= 0)
        {
            var (user, password) = Cut(authority[..at], ':');
            connection.Username = Unescape(user);
            connection.Password = Unescape(password);
        }

        SetHosts(connection, authority[(at + 1)..]);
        connection.Database = string.IsNullOrEmpty(database) ? null : Unescape(database);
        foreach (var parameter in (query ?? "").Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = Cut(parameter, '=');
            Set(connection, Unescape(name)!, Unescape(value) ?? "");
        }

        return connection;
    }

    private static int SchemeLength(string text) =>
        text.StartsWith("postgres://", StringComparison.Ordinal) ? "postgres://".Length
        : text.StartsWith("postgresql://", StringComparison.Ordinal) ? "postgresql://".Length
        : 0;

    /// <summary>One host with its port, or a list of them, each with its own.</summary>
    private static void SetHosts(NpgsqlConnectionStringBuilder connection, string hosts)
    {
        var colon = hosts.LastIndexOf(':');
        if (hosts.Contains(',', StringComparison.Ordinal))
            connection.Host = hosts;
        else if (colon > hosts.LastIndexOf(']'))
        {
            connection.Host = Unescape(hosts[..colon])!.Trim('[', ']');
            if (colon + 1 < hosts.Length)
                connection.Port = Port(hosts[(colon + 1)..]);
        }
        else
            connection.Host = Unescape(hosts)!.Trim('[', ']');
    }

    private static int Port(string text) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0
            ? port
            : throw new FormatException("the port of the connection URI is not a number between 1 and 65535");

    private static void Set(NpgsqlConnectionStringBuilder connection, string name, string value)
    {
        try
        {
            // Npgsql's names of the modes have no hyphen: verify-full is VerifyFull.
            connection[NpgsqlNames.GetValueOrDefault(name, name)] =
                name == "sslmode" ? value.Replace("-", "", StringComparison.Ordinal) : value;
        }
        catch (Exception unknown) when (unknown is ArgumentException or KeyNotFoundException or InvalidCastException or FormatException)
        {
            throw new FormatException($"the connection URI has a parameter that is unknown or has a wrong value: {name}");
        }
    }

    private static string? Unescape(string? text) => text is null ? null : Uri.UnescapeDataString(text);

    private static (string Before, string? After) Cut(string text, char at)
    {
        var index = text.IndexOf(at, StringComparison.Ordinal);
        return index < 0 ? (text, null) : (text[..index], text[(index + 1)..]);
    }
}
