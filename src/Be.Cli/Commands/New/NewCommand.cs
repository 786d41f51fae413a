using System.CommandLine;
using Be.Cli.CommandLine;
using Be.Cli.Prompts;
using Be.Cli.Templates;
using Be.Scaffolding;

namespace Be.Cli.Commands;

/// <summary><c>be new</c>: asks which layout; each layout is a command below it.</summary>
internal static class NewCommand
{
    public static Command Create()
    {
        var layouts = LayoutTemplate.All.Select(template => new NewLayoutCommand(template)).ToList();
        var command = new DocumentedCommand(
            "new",
            "Create a solution that builds, runs and passes its own tests",
            new("be new monolith Shop", "a modular monolith in ./Shop"),
            new("be new hexagonal Shop", "ports and adapters"),
            new("be new microservices Shop", "services, added one by one with be scaffold module"),
            new("be new", "asks for the layout, the name and each option")
        );
        foreach (var layout in layouts)
            command.Add(layout.Create());
        command.SetAction((arguments, cancellation) => AskAsync(layouts, arguments, cancellation));
        return command;
    }

    private static async Task<int> AskAsync(List<NewLayoutCommand> layouts, ParseResult arguments, CancellationToken cancellation)
    {
        var names = string.Join(", ", layouts.Select(l => l.Template.Layout));
        if (!Terminal.CanAsk)
            throw UserError.InArguments($"be new needs a layout ({names}) and a name.", $"Write: be new {layouts[0].Template.Layout} Shop");
        var answer = await Questions.ChooseAsync(
            "Which layout?",
            [.. layouts.Select(l => (l.Template.Layout, l.Template.Description))],
            cancellation
        );
        return await layouts.Single(l => l.Template.Layout == answer).RunAsync(arguments, cancellation);
    }
}
