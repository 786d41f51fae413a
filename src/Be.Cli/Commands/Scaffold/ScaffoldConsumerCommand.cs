using System.CommandLine;
using Be.Cli.CommandLine;
using Be.Scaffolding.Edits;
using Be.Scaffolding.Planning;

namespace Be.Cli.Commands;

/// <summary><c>be scaffold consumer</c>: a class of a module that is told of an event.</summary>
internal static class ScaffoldConsumerCommand
{
    private static readonly Option<string> Of = new("--of")
    {
        Description = "The event: OrderPlaced, or Sales.OrderPlaced where several modules have one of the name",
        HelpName = "Event",
        Required = true,
    };

    private static readonly Option<string?> Module = NameOption.Module("The module that takes it; the only one unless given");

    public static Command Create()
    {
        Of.CompletionSources.Add(_ => SolutionNames.Events());
        var command = new DocumentedCommand(
            "consumer",
            "Add a consumer: a class that is told of an event, once, in a transaction, with tests",
            new("be scaffold consumer --of OrderPlaced --module Billing", "billing acts when an order was placed"),
            new("be scaffold consumer --of Sales.OrderPlaced --module Billing --dry-run", "only lists the files")
        )
        {
            Of,
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
        var after = EventEdit.AddConsumer(solution.Model, arguments.GetName(Module), arguments.GetRequiredValue(Of));
        return Writing.Follow(solution, after, arguments, cancellation, "be db migrate", "dotnet test");
    }
}
