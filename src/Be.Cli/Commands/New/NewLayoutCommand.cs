using System.CommandLine;
using Be.Cli.CommandLine;
using Be.Cli.Prompts;
using Be.Cli.Templates;
using Be.Scaffolding;

namespace Be.Cli.Commands;

/// <summary><c>be new monolith</c>, and the same for each further layout: <c>dotnet new</c> with the bundled pack.</summary>
internal sealed class NewLayoutCommand(LayoutTemplate template)
{
    private readonly Argument<string?> name = new("name")
    {
        Description = "The solution's name: letters, digits, '.', '-' and '_'",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> folder = new("--directory", "-o")
    {
        Description = "The folder to create it in; ./<name> unless given",
        HelpName = "path",
    };

    private readonly List<Option> options = [.. template.Options.Select(OptionOf)];

    public LayoutTemplate Template { get; } = template;

    public Command Create()
    {
        var command = new DocumentedCommand(
            Template.Layout,
            Template.Description,
            new($"be new {Template.Layout} Shop", "in ./Shop, every option at its default"),
            new($"be new {Template.Layout} Shop --ids bigint --docker false", "with other options"),
            new($"be new {Template.Layout} my-shop -o services/shop", "in another folder"),
            new($"be new {Template.Layout} Shop --dry-run", "only lists the files")
        )
        {
            name,
            folder,
        };
        options.ForEach(command.Options.Add);
        WriteOptions.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    public async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var solution = arguments.GetValue(name) is not { } given
            ? await AskAsync(arguments, cancellation)
            : new NewSolution(Template, given, [.. options.Select(option => (option.Name, ValueOf(option, arguments)))]);
        return await solution.CreateAsync(arguments.GetValue(folder), WriteOptions.Of(arguments), cancellation);
    }

    private async Task<NewSolution> AskAsync(ParseResult arguments, CancellationToken cancellation)
    {
        if (!Terminal.CanAsk)
            throw UserError.InArguments($"be new {Template.Layout} needs a name.", $"Write: be new {Template.Layout} Shop");
        var answer = await Questions.WriteAsync("What is its name?", SolutionName.Check, byDefault: null, cancellation);
        var values = new List<(string, string)>();
        foreach (var (option, described) in options.Zip(Template.Options))
        {
            var given = arguments.GetResult(option) is { Implicit: false };
            values.Add((option.Name, given ? ValueOf(option, arguments) : await ChooseAsync(described, cancellation)));
        }
        return new NewSolution(Template, answer, values);
    }

    private static Task<string> ChooseAsync(TemplateOption option, CancellationToken cancellation) =>
        Questions.ChooseAsync($"{option.Description}?", [.. option.Choices.Select(c => (c.Value, c.Description))], cancellation);

    private static Option OptionOf(TemplateOption option)
    {
        if (option.IsSwitch)
        {
            var isOn = bool.Parse(option.Default);
            return new Option<bool>("--" + option.Word)
            {
                Description = isOn ? $"{option.Description}; --{option.Name} false leaves them out" : option.Description,
                DefaultValueFactory = _ => isOn,
            };
        }
        var choice = new Option<string>("--" + option.Word)
        {
            Description = $"{option.Description}: {string.Join("; ", option.Choices.Select(c => $"{c.Value} = {c.Description}"))}",
            DefaultValueFactory = _ => option.Default,
        };
        return choice.AcceptOnlyFromAmong([.. option.Choices.Select(c => c.Value)]);
    }

    private static string ValueOf(Option option, ParseResult arguments) =>
        option switch
        {
            Option<bool> flag => arguments.GetValue(flag) ? "true" : "false",
            Option<string> choice => arguments.GetRequiredValue(choice),
            _ => throw new ArgumentOutOfRangeException(nameof(option), option.Name, "An option that no template has."),
        };
}
