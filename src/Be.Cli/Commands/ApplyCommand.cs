using System.CommandLine;
using Be.Cli.CommandLine;
using Be.Scaffolding.Model;

namespace Be.Cli.Commands;

/// <summary><c>be apply</c>: makes the solution follow a be.json that was edited by hand.</summary>
internal static class ApplyCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "apply",
            "Make the solution follow be.json after you edited it",
            new("be apply --dry-run --diff", "shows what would change"),
            new("be apply", "writes it"),
            new("be apply --merge", "both sides between markers where your edits and be's touch the same lines")
        );
        WriteOptions.AddTo(command);
        command.SetAction((arguments, cancellation) => Task.FromResult(Run(arguments, cancellation)));
        return command;
    }

    private static int Run(ParseResult arguments, CancellationToken cancellation)
    {
        var solution = CurrentSolution.FindForWriting();
        var exitCode = Writing.Follow(solution, solution.Model, arguments, cancellation, "be db migrate");
        PrintWhatHasNoEffect(solution.Model);
        return exitCode;
    }

    // Nobody should believe that rows are owned or changes recorded when they are not.
    private static void PrintWhatHasNoEffect(Solution model)
    {
        foreach (var entity in model.Modules.SelectMany(module => module.Entities))
        {
            string[] idle = [.. entity.Traits.Where(trait => trait == "owned").Select(trait => $"the trait {trait}")];
            if (idle.Length > 0)
                Console.Error.WriteLine($"note: {entity.Name}: {string.Join(", ", idle)}: kept in be.json, without effect in this version");
        }
    }
}
