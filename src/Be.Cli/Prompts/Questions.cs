using Be.Scaffolding;
using Spectre.Console;

namespace Be.Cli.Prompts;

/// <summary>Asks on the terminal. Nothing else may touch Spectre.Console, so that only a question loads it.</summary>
internal static class Questions
{
    /// <summary>One of several values, each with its explanation; the first is the default.</summary>
    public static Task<string> ChooseAsync(
        string question,
        IReadOnlyList<(string Value, string Explanation)> choices,
        CancellationToken cancellation
    )
    {
        var explanations = choices.ToDictionary(c => c.Value, c => c.Explanation);
        var width = choices.Max(c => c.Value.Length);
        return new SelectionPrompt<string>()
            .Title(Markup.Escape(question))
            .UseConverter(value => Markup.Escape($"{value.PadRight(width)}  {explanations[value]}".TrimEnd()))
            .AddChoices(choices.Select(c => c.Value))
            .ShowAsync(AnsiConsole.Console, cancellation);
    }

    /// <summary>A text, asked again while <paramref name="check"/> throws a <see cref="UserError"/>.</summary>
    /// <param name="byDefault">What Enter alone gives; null when something has to be typed.</param>
    public static Task<string> WriteAsync(string question, Action<string> check, string? byDefault, CancellationToken cancellation)
    {
        var prompt = new TextPrompt<string>(Markup.Escape(question)) { AllowEmpty = byDefault is "" };
        if (byDefault is { Length: > 0 })
            prompt.DefaultValue(byDefault);
        return prompt.Validate(answer => Checked(answer, check)).ShowAsync(AnsiConsole.Console, cancellation);
    }

    /// <summary>Yes or no; Enter alone gives <paramref name="byDefault"/>.</summary>
    public static Task<bool> ConfirmAsync(string question, bool byDefault, CancellationToken cancellation) =>
        new ConfirmationPrompt(Markup.Escape(question)) { DefaultValue = byDefault }.ShowAsync(AnsiConsole.Console, cancellation);

    private static ValidationResult Checked(string answer, Action<string> check)
    {
        try
        {
            check(answer);
            return ValidationResult.Success();
        }
        catch (UserError error)
        {
            return ValidationResult.Error(Markup.Escape($"{error.Problem} {error.Remedy}"));
        }
    }
}
