using System.CommandLine;
using System.Text.RegularExpressions;
using Be.Cli.CommandLine;

namespace Be.Cli.Tests;

/// <summary>README.md against the commands that there are.</summary>
public sealed partial class ReadingTheReadme
{
    private static readonly string Text = File.ReadAllText(Repository.File("README.md"));

    public static TheoryData<string> Commands => CommandTree.Words();

    [Theory]
    [MemberData(nameof(Commands))]
    public void FindsEveryCommandWithItsOptions(string words)
    {
        var command = CommandTree.All().Single(c => c.Words == words).Command;
        var section = Section(words);

        Assert.True(section is not null, $"README.md has no heading \"### `{words}`\".");
        foreach (var option in command.Options.Where(option => !IsShared(option)))
            Assert.Contains($"`{option.Name}", section, StringComparison.Ordinal);
        foreach (var argument in command.Arguments)
            Assert.Contains($"<{argument.Name}>", section, StringComparison.Ordinal);
    }

    [Fact]
    public void FindsTheOptionsThatAllWritingCommandsShare()
    {
        var section = Section("every command that writes");

        Assert.All(SharedOptions(), option => Assert.Contains($"`{option}", section, StringComparison.Ordinal));
    }

    [Fact]
    public void NamesNoCommandOrOptionThatDoesNotExist()
    {
        var lines = Lines();

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Null(ArgumentErrors.Of(Program.Commands().Parse(line))?.Problem));
    }

    private static string? Section(string title) =>
        Text.Split("\n### ")
            .Where(section =>
                section.StartsWith($"`{title}`\n", StringComparison.Ordinal)
                || section.StartsWith($"{title}\n", StringComparison.OrdinalIgnoreCase)
            )
            .Select(section => section.Split("\n## ")[0])
            .SingleOrDefault();

    private static bool IsShared(Option option) => option.Name is "--help" || SharedOptions().Contains(option.Name);

    private static IEnumerable<string> SharedOptions()
    {
        var command = new Command("any");
        WriteOptions.AddTo(command);
        return command.Options.Select(option => option.Name);
    }

    /// <summary>What README.md shows somebody typing, without <c>be</c>, comments and redirections.</summary>
    private static List<string> Lines() =>
        [
            .. CodeBlocks()
                .Matches(Text)
                .SelectMany(block => TypedLines().Matches(block.Value))
                .Select(line => line.Groups["arguments"].Value),
        ];

    [GeneratedRegex("(?ms)^```.*?^```$")]
    private static partial Regex CodeBlocks();

    [GeneratedRegex("""(?m)^(\$ )?be (?<arguments>("[^"]*"|[^"#|>\n])*)""", RegexOptions.ExplicitCapture)]
    private static partial Regex TypedLines();
}
