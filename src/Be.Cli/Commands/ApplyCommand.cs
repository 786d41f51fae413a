using System.CommandLine;
using Be.Cli.CommandLine;

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
        return Writing.Follow(solution, solution.Model, arguments, cancellation, "be db migrate");
    }
}
