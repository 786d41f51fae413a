using System.CommandLine;
using System.Text.Json;
using Be.Cli.CommandLine;
using Be.Cli.Output;
using Be.Cli.Templates;
using Be.Scaffolding;
using Be.Scaffolding.Json;
using Be.Scaffolding.Model;
using Be.Scaffolding.Planning;

namespace Be.Cli.Commands;

/// <summary>An option of the template that may be switched on later.</summary>
/// <param name="name">As be.json has it.</param>
/// <param name="isOn">Whether it is on.</param>
/// <param name="turnOn">The options with it on.</param>
internal sealed class OptionSwitch(string name, Func<Options, bool> isOn, Func<Options, Options> turnOn)
{
    /// <summary>The base with the option and without it, and the files of every module, go the way of every change.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="UserError">There are conflicts and no decision, or the files cannot be made or written.</exception>
    public async Task<int> TurnOnAsync(ParseResult arguments, CancellationToken cancellation, params string[] next)
    {
        var solution = CurrentSolution.FindForWriting();
        var before = solution.Model;
        var write = WriteOptions.Of(arguments);
        if (isOn(before.Options))
            return SayThatItIsOn(write);

        var after = before with { Options = turnOn(before.Options) };
        var difference = new BaseDifference(await FilesOfAsync(before, cancellation), await FilesOfAsync(after, cancellation));
        var changes = new Scaffolder().PlanSwitch(solution.Root, after, difference, DateTimeOffset.UtcNow);
        return new Writing(solution.Root, write).Finish(after, changes, cancellation, next);
    }

    private int SayThatItIsOn(WriteOptions write)
    {
        if (write.Json)
            ChangeReport.Print(new ChangeSet([]), "", write);
        else
            Console.WriteLine($"nothing to do: the option {name} is on already");
        return ExitCode.Done;
    }

    private static async Task<SortedDictionary<string, string>> FilesOfAsync(Solution model, CancellationToken cancellation)
    {
        var template = LayoutTemplate.All.Single(template => template.Layout == OptionTexts.Layouts.Of(model.Layout));

        using var json = JsonDocument.Parse(BeJson.Write(model));
        var values = json.RootElement.GetProperty("options");
        return await template.FilesAsync(
            model.Name,
            [.. template.Options.Select(option => ("--" + option.Word, values.GetProperty(option.Name).GetRawText().Trim('"')))],
            cancellation
        );
    }
}
