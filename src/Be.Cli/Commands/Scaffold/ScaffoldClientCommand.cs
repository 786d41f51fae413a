using System.CommandLine;
using Be.Cli.CommandLine;
using Be.Scaffolding;
using Be.Scaffolding.Edits;
using Be.Scaffolding.Planning;

namespace Be.Cli.Commands;

/// <summary><c>be scaffold client</c>: a class of one service that calls the API of another.</summary>
internal static class ScaffoldClientCommand
{
    private static readonly Option<string> To = new("--to")
    {
        Description = "The service that is called",
        HelpName = "Service",
        Required = true,
    };

    private static readonly Option<string?> Module = NameOption.Module("The service that calls; the only other one unless given");

    public static Command Create()
    {
        To.CompletionSources.Add(_ => SolutionNames.Modules());
        var command = new DocumentedCommand(
            "client",
            "Add a typed client of another service: timeouts, retries, circuit breaker; kept in step with that service's model",
            new("be scaffold client --to Catalog --module Sales", "sales can call the API of catalog"),
            new("be scaffold client --to Catalog --module Sales --dry-run", "only lists the files")
        )
        {
            To,
            Module,
        };
        WriteOptions.AddTo(command);
        command.SetAction((arguments, cancellation) => Task.FromResult(Run(arguments, cancellation)));
        return command;
    }

    private static int Run(ParseResult arguments, CancellationToken cancellation)
    {
        Scaffolder.WarmUp();
        var solution = CurrentSolution.FindForWriting();
        var to = Place.InArguments("--to").Name(arguments.GetRequiredValue(To));
        var after = ClientEdit.AddClient(solution.Model, arguments.GetName(Module), to);
        return Writing.Follow(solution, after, arguments, cancellation, "dotnet test");
    }
}
