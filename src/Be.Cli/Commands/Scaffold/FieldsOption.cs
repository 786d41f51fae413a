using System.Collections.Immutable;
using System.CommandLine;
using Be.Cli.Prompts;
using Be.Scaffolding.Fields;
using Be.Scaffolding.Model;

namespace Be.Cli.Commands;

/// <summary><c>--fields</c>: text in the field language, asked for on a terminal when it is left out.</summary>
internal static class FieldsOption
{
    public static Option<string[]> Create(string description)
    {
        var option = new Option<string[]>("--fields", "-f")
        {
            Description = description,
            HelpName = "\"name:type …\"",
            AllowMultipleArgumentsPerToken = true,
        };
        // It takes every word that follows; one that starts like an option is one.
        option.CompletionSources.Add(context =>
            context.WordToComplete.StartsWith('-') ? context.ParseResult.CommandResult.Command.GetCompletions(context) : []
        );
        return option;
    }

    /// <summary>The fields given, else those that the questions bring; none without a terminal.</summary>
    public static async Task<ImmutableArray<Field>> ReadAsync(
        ParseResult arguments,
        Option<string[]> option,
        Func<FieldQuestions> questions,
        CancellationToken cancellation
    )
    {
        if (arguments.GetValue(option) is { Length: > 0 } given)
            return FieldParser.ParseAll(string.Join(' ', given));
        return Terminal.CanAsk ? FieldParser.ParseAll(await questions().AskAllAsync(cancellation)) : [];
    }
}
