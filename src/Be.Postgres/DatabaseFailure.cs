using System.Globalization;
using System.Net.Sockets;
using Acme.Platform.Migrations;
using Be.Scaffolding;
using Npgsql;

namespace Be.Postgres;

/// <summary>Says in two lines why a database could not be used, without its password.</summary>
internal static class DatabaseFailure
{
    /// <summary>Runs what works on a database and turns its failure into a <see cref="UserError"/>.</summary>
    public static async Task<T> ExplainAsync<T>(NpgsqlConnectionStringBuilder connection, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (MigrationException failed)
        {
            throw Explain(failed);
        }
        catch (NpgsqlException failed)
        {
            throw failed is PostgresException refused ? Refused(refused, connection) : Unreachable(failed, connection);
        }
    }

    /// <inheritdoc cref="ExplainAsync"/>
    public static UserError Explain(MigrationException failed) => new(failed.Message, failed.Remedy);

    private static UserError Refused(PostgresException refused, NpgsqlConnectionStringBuilder connection)
    {
        var database = ConnectionText.Describe(connection);
        return refused.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => new(
                $"The server does not let {connection.Username} in: {database}",
                "Check user and password of the connection string."
            ),
            PostgresErrorCodes.InvalidCatalogName => new($"There is no database {connection.Database}: {database}", "be db migrate"),
            PostgresErrorCodes.InsufficientPrivilege => new(
                $"{connection.Username} may not do that: {refused.MessageText} ({database})",
                "Connect as a role that may."
            ),
            _ => new($"{refused.MessageText} ({refused.SqlState}, {database})", "Mend that, then run the command again."),
        };
    }

    private static UserError Unreachable(NpgsqlException failed, NpgsqlConnectionStringBuilder connection)
    {
        var reason = (failed.GetBaseException() is SocketException or TimeoutException ? failed.GetBaseException() : failed).Message;
        var address = string.Create(CultureInfo.InvariantCulture, $"{connection.Host}:{connection.Port}");
        return new UserError(
            $"No PostgreSQL answers at {address}: {reason}",
            "Start it (be db start for a local one), or name another by --connection or ConnectionStrings__Default."
        );
    }
}
