using System.CommandLine;
using Be.Cli.CommandLine;
using Be.Scaffolding;
using Be.Scaffolding.Edits;

namespace Be.Cli.Commands;

/// <summary><c>be scaffold module</c>: a module without entities.</summary>
internal static class ScaffoldModuleCommand
{
    private static readonly Argument<string> ModuleName = new("name") { Description = "The module: Sales, Billing" };

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "module",
            "Add a module: a project, its tests and a PostgreSQL schema of its own",
            new("be scaffold module Sales", "then: be scaffold api --module Sales --entity Order"),
            new("be scaffold module Sales --dry-run", "only lists the files")
        )
        {
            ModuleName,
        };
        WriteOptions.AddTo(command);
        command.SetAction((arguments, cancellation) => Task.FromResult(Run(arguments, cancellation)));
        return command;
    }

    private static int Run(ParseResult arguments, CancellationToken cancellation)
    {
        var solution = CurrentSolution.FindForWriting();
        var name = Place.InArguments("The module").Name(arguments.GetRequiredValue(ModuleName));
        var after = ModelEdit.AddModule(solution.Model, name);
        return Writing.Follow(solution, after, arguments, cancellation, $"be scaffold api --module {name} --entity Order");
    }
}
