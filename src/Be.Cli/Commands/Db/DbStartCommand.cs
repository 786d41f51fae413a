using System.CommandLine;
using System.Text;
using Be.Cli.CommandLine;
using Be.Cli.Output;
using Be.Postgres;

namespace Be.Cli.Commands;

/// <summary><c>be db start</c>: a PostgreSQL of its own for the solution, unless the environment names a database.</summary>
internal static class DbStartCommand
{
    /// <summary>NAMEDATALEN - 1.</summary>
    private const int MaxNameBytes = 63;

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "start",
            "Start the solution's development database, from local PostgreSQL programs or Docker",
            new("be db start", "its data stays when it is stopped"),
            new("be db start --output json", "with the connection string, for a script")
        )
        {
            OutputOption.Instance,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var solution = CurrentSolution.Find();
        var local = !DatabaseEnvironment.NamesOne;
        if (local)
            await LocalCluster.StartAsync(solution.Root, DatabaseName(solution.Model.Name), cancellation);
        var database = DatabaseLocator.Find(solution.Root, connection: null);
        if (local)
            UserSecrets.Of(solution.HostProject)?.SetConnection(database.ConnectionString);
        if (OutputOption.IsJson(arguments))
        {
            Json.Print(json =>
            {
                json.WriteStartObject();
                json.WriteString("connectionString", database.ConnectionString);
                json.WriteEndObject();
            });
            return ExitCode.Done;
        }
        Console.WriteLine($"ready   {database.Description}");
        NextSteps.Print("be db migrate");
        return ExitCode.Done;
    }

    /// <summary>The solution's name in lower case: <c>My.Shop</c> gives <c>my_shop</c>.</summary>
    private static string DatabaseName(string solution)
    {
        var name = string.Concat(solution.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : '_'));
        while (Encoding.UTF8.GetByteCount(name) > MaxNameBytes)
            name = name[..^1];
        return name;
    }
}
