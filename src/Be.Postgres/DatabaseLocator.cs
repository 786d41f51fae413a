using Acme.Platform.Migrations;
using Be.Scaffolding;

namespace Be.Postgres;

/// <summary>Finds the database that a command is about.</summary>
public static class DatabaseLocator
{
    private static readonly string[] Variables = ["ConnectionStrings__Default", "DATABASE_URL"];

    /// <summary>
    /// The option <c>--connection</c>, else <c>ConnectionStrings__Default</c>, else <c>DATABASE_URL</c>, else the solution's local server
    /// where that runs.
    /// </summary>
    /// <param name="root">The solution's root.</param>
    /// <param name="connection">The value of <c>--connection</c>; null when not given.</param>
    /// <param name="localName">The database of the local server that is meant; null for the first that was made there.</param>
    /// <param name="environment">Reads an environment variable; the process's own unless told.</param>
    /// <exception cref="UserError">Nothing names a database, or what names it is not a connection string.</exception>
    public static Database Find(string root, string? connection, string? localName = null, Func<string, string?>? environment = null)
    {
        if (connection is not null)
            return Parse(connection, "--connection");

        foreach (var variable in Variables)
        {
            if ((environment ?? Environment.GetEnvironmentVariable)(variable) is { Length: > 0 } value)
                return Parse(value, variable);
        }

        return LocalCluster.Running(root) is { } local
            ? new Database(local.ConnectionTo(localName))
            : throw new UserError(
                "No database is named, and the solution's local one does not run.",
                "be db start, or --connection postgres://user:password@host/database"
            );
    }

    /// <summary>The database that an option names.</summary>
    /// <exception cref="UserError">It is no connection string.</exception>
    public static Database Named(string connection, string option) => Parse(connection, option);

    private static Database Parse(string text, string source)
    {
        try
        {
            return new Database(ConnectionText.Parse(text));
        }
        catch (FormatException invalid)
        {
            var error = $"{source}: {invalid.Message}";
            const string remedy = "postgres://user:password@host:5432/database or Host=…;Username=…;Password=…;Database=…";
            throw source.StartsWith("--", StringComparison.Ordinal) ? UserError.InArguments(error, remedy) : new UserError(error, remedy);
        }
    }
}
