using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Be.Cli.CommandLine;
using Be.Postgres;

namespace Be.Cli.Commands;

/// <summary><c>be db rollback</c>: takes the newest migrations back.</summary>
internal static class DbRollbackCommand
{
    private static readonly Option<int> Steps = new("--steps")
    {
        Description = "How many migrations",
        HelpName = "n",
        DefaultValueFactory = _ => 1,
        CustomParser = Parse,
    };

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "rollback",
            "Take the newest migrations back by running their down part",
            new("be db rollback", "the newest one"),
            new("be db rollback --steps 3", "the three newest, one after the other")
        )
        {
            Steps,
            ConnectionOption.Instance,
            ServiceDatabase.Option,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var solution = CurrentSolution.Find();
        var database = ServiceDatabase.One(arguments, solution);
        var undone = await database
            .Find(arguments, solution)
            .RollbackAsync(
                database.Folder(solution),
                arguments.GetValue(Steps),
                migration => MigrationLine.Print("rolled back", migration),
                Console.WriteLine,
                cancellation
            );
        if (undone.Count == 0)
            Console.WriteLine("nothing to take back: no migration is applied");
        return ExitCode.Done;
    }

    private static int Parse(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var steps) && steps > 0)
            return steps;
        argument.AddError($"--steps takes a whole number from 1, not '{text}'.");
        return 0;
    }
}
