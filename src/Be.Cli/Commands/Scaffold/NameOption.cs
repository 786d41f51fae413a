using System.CommandLine;
using Be.Scaffolding;
using Be.Scaffolding.Model;

namespace Be.Cli.Commands;

/// <summary>Options that take a name.</summary>
internal static class NameOption
{
    /// <summary><c>--module</c>, completed with the modules that there are.</summary>
    public static Option<string?> Module(string description)
    {
        var option = new Option<string?>("--module", "-m") { Description = description, HelpName = "Name" };
        option.CompletionSources.Add(_ => SolutionNames.Modules());
        return option;
    }

    /// <summary>The name given; null without one.</summary>
    /// <exception cref="UserError">It is no name.</exception>
    public static Name? GetName(this ParseResult arguments, Option<string?> option) =>
        arguments.GetValue(option) is { } name ? Place.InArguments(option.Name).Name(name) : null;
}
