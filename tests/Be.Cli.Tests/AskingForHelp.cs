using System.CommandLine;
using Be.Cli.CommandLine;
using Be.Snapshots;

namespace Be.Cli.Tests;

public sealed class AskingForHelp
{
    public static TheoryData<string> Commands => CommandTree.Words();

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task ShowsOptionsAndExamples(string words)
    {
        var outcome = await Be.RunAsync(Path.GetTempPath(), [.. words.Split(' ').Skip(1), "--help"]);

        outcome.Exits(0);
        Assert.Equal("", outcome.Error);
        TreeSnapshot.VerifyText(outcome.Out.ReplaceLineEndings("\n"), variant: words.Replace(' ', '-'));
    }

    [Fact]
    public void GivesEveryCommandExamplesThatParse()
    {
        foreach (var (_, command) in CommandTree.All().Where(c => c.Command.Subcommands.Count == 0))
        {
            var examples = Assert.IsType<DocumentedCommand>(command).Examples;
            Assert.NotEmpty(examples);
            foreach (var example in examples.Where(e => e.Line.StartsWith("be ", StringComparison.Ordinal)))
                Assert.Null(ArgumentErrors.Of(Program.Commands().Parse(example.Line["be ".Length..].Split('|', '>')[0])));
        }
    }

    [Fact]
    public void DescribesEveryOptionAndArgument()
    {
        foreach (var (words, command) in CommandTree.All())
        {
            Assert.False(string.IsNullOrEmpty(command.Description), words);
            Assert.All(command.Options, option => Assert.False(string.IsNullOrEmpty(option.Description), $"{words} {option.Name}"));
            Assert.All(command.Arguments, argument => Assert.False(string.IsNullOrEmpty(argument.Description), $"{words} {argument.Name}"));
        }
    }

    [Fact]
    public async Task IsWhatBeAloneDoes()
    {
        var help = await Be.RunAsync(Path.GetTempPath(), "--help");
        var alone = await Be.RunAsync(Path.GetTempPath());

        alone.Exits(0);
        Assert.Equal(help.Out, alone.Out);
    }

    [Fact]
    public async Task AnswersEvenWhenTheRestIsWrong()
    {
        var outcome = await Be.RunAsync(Path.GetTempPath(), "new", "monolith", "--docer", "--help");

        Assert.Contains("be new monolith", outcome.Exits(0).Out, StringComparison.Ordinal);
    }
}
