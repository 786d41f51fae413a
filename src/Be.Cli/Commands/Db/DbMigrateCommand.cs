using System.CommandLine;
using Be.Cli.CommandLine;
using Be.Cli.Output;
using Be.Postgres;

namespace Be.Cli.Commands;

/// <summary><c>be db migrate</c>: applies the migrations that the database does not have.</summary>
internal static class DbMigrateCommand
{
    private static readonly Option<bool> AcceptEdits = new("--accept-edits")
    {
        Description = "Take files that were edited after they ran as they are now; they do not run again",
    };

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "migrate",
            "Apply the migrations that the database does not have; create the database where there is none",
            new("be db migrate", "each file with its time"),
            new("be db migrate --connection postgres://app:secret@db.example.com/shop", "on another database"),
            new("be db migrate --accept-edits", "after a comment was corrected in a file that has run")
        )
        {
            ConnectionOption.Instance,
            ServiceDatabase.Option,
            AcceptEdits,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var solution = CurrentSolution.Find();
        var acceptEdits = arguments.GetValue(AcceptEdits);
        string? host = null;
        foreach (var database in ServiceDatabase.Chosen(arguments, solution))
        {
            database.PrintHeading();
            if (await MigrateAsync(database.Find(arguments, solution), database.Folder(solution), acceptEdits, cancellation))
                host ??= database.Host;
        }
        if (host is not null)
            NextSteps.Print($"dotnet run --project {host}");
        return ExitCode.Done;
    }

    /// <returns>Whether there was anything to apply.</returns>
    private static async Task<bool> MigrateAsync(Database database, string folder, bool acceptEdits, CancellationToken cancellation)
    {
        var applied = await database.MigrateAsync(
            folder,
            migration => MigrationLine.Print("applied", migration),
            Console.WriteLine,
            acceptEdits,
            cancellation
        );
        if (applied.Count == 0)
            Console.WriteLine($"nothing to apply: {database.Description} has every migration");
        return applied.Count > 0;
    }
}
