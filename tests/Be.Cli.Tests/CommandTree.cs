using System.CommandLine;

namespace Be.Cli.Tests;

/// <summary>Every command that the tool has, with the words that call it.</summary>
internal static class CommandTree
{
    public static IEnumerable<(string Words, Command Command)> All() => Below("be", Program.Commands());

    /// <summary>The words of every command, for theories.</summary>
    public static TheoryData<string> Words() => [.. All().Select(c => c.Words)];

    private static IEnumerable<(string Words, Command Command)> Below(string words, Command command) =>
        command.Subcommands.SelectMany(c => Below($"{words} {c.Name}", c)).Prepend((words, command));
}
