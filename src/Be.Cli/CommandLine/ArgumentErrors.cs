using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Be.Scaffolding;

namespace Be.Cli.CommandLine;

/// <summary>Says what is wrong with a command line, and which word was probably meant.</summary>
internal static class ArgumentErrors
{
    /// <summary>The error of a command line; null when there is none.</summary>
    public static UserError? Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var words = WordsOf(parsed.CommandResult);
        if ((MistypedOption(parsed) ?? Unmatched(parsed)) is { } unknown)
            return Unknown(unknown, command, words);
        if (parsed.Action is not ParseErrorAction)
            return null;
        var problem = command.Action is null ? $"{words} needs a command: {Listed(command)}." : Sentence(parsed.Errors[0].Message);
        return UserError.InArguments(problem, $"See: {words} --help");
    }

    private static UserError Unknown(string token, Command command, string words)
    {
        var isOption = token.StartsWith('-');
        token = isOption ? token.Split('=')[0] : WithoutSecrets(token);
        var meant = Nearest.To(token, isOption ? OptionsOf(command) : command.Subcommands.Select(c => c.Name));
        var problem =
            isOption ? $"{words} has no option {token}."
            : command.Subcommands.Count > 0 ? $"{words} has no command '{token}'."
            : $"{words} does not take '{token}'.";
        var remedy = meant is null ? $"See: {words} --help" : $"Did you mean {meant}? See: {words} --help";
        return UserError.InArguments(problem, remedy);
    }

    /// <summary>A connection string in the wrong place is not repeated: it may hold a password.</summary>
    private static string WithoutSecrets(string token)
    {
        var scheme = token.IndexOf("://", StringComparison.Ordinal);
        var end = scheme >= 0 ? scheme + "://".Length : token.IndexOf('=', StringComparison.Ordinal) + 1;
        return end > 0 ? token[..end] + "…" : token;
    }

    private static IEnumerable<string> OptionsOf(Command command) =>
        command.Options.SelectMany(o => o.Aliases.Append(o.Name)).Concat(["--help"]);

    private static string Listed(Command command) => string.Join(", ", command.Subcommands.Select(c => c.Name));

    private static string WordsOf(SymbolResult? result) =>
        result switch
        {
            CommandResult { Parent: null } => "be",
            CommandResult command => $"{WordsOf(command.Parent)} {command.Command.Name}",
            _ => "",
        };

    private static string? Unmatched(ParseResult parsed) =>
        parsed.Action is ParseErrorAction && parsed.UnmatchedTokens is [var first, ..] ? first : null;

    /// <summary>System.CommandLine takes an option that it does not know for an argument, when there is room for one.</summary>
    private static string? MistypedOption(ParseResult parsed) =>
        parsed.Action is Help
            ? null
            : parsed
                .CommandResult.Children.OfType<ArgumentResult>()
                .SelectMany(argument => argument.Tokens)
                .Select(token => token.Value)
                .FirstOrDefault(value => value.StartsWith('-'));

    /// <summary>Its messages run over several lines with tabs in them.</summary>
    private static string Sentence(string message) =>
        string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.') + ".";
}
