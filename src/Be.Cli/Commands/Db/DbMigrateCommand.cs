using System.CommandLine;
using Be.Cli.CommandLine;
using Be.Cli.Output;
using Be.Postgres;

namespace Be.Cli.Commands;

/// <summary><c>be db migrate</c>: applies the migrations that the database does not have.</summary>
internal static class DbMigrateCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "migrate",
            "Apply the migrations that the database does not have; create the database where there is none",
            new("be db migrate", "each file with its time"),
            new("be db migrate --connection postgres://app:secret@db.example.com/shop", "on another database")
        )
        {
            ConnectionOption.Instance,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var solution = CurrentSolution.Find();
        var database = ConnectionOption.Find(arguments, solution);
        var applied = await database.MigrateAsync(
            Path.Combine(solution.Root, MigrationFolder.Name),
            migration => MigrationLine.Print("applied", migration),
            Console.WriteLine,
            cancellation
        );
        if (applied.Count == 0)
            Console.WriteLine($"nothing to apply: {database.Description} has every migration");
        else
            NextSteps.Print($"dotnet run --project src/{solution.Model.Name}.Api");
        return ExitCode.Done;
    }
}
