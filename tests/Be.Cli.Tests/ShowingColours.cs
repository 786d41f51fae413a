namespace Be.Cli.Tests;

public sealed class ShowingColours(GeneratedSolution generated) : IDisposable
{
    /// <summary>"Select graphic rendition" (ECMA-48): what colours are made of.</summary>
    private const string Colour = "\u001b\\[[0-9;]*m";
    private readonly TemporaryFolder solution = generated.Copy();

    public void Dispose() => solution.Dispose();

    [Fact]
    public async Task HappensOnATerminal()
    {
        using var terminal = Terminal.Run(solution.Path, "scaffold module Sales --dry-run --diff");

        Assert.Matches(Colour, await terminal.EndsAsync(0));
    }

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("TERM", "dumb")]
    public async Task DoesNotHappenWhereTheyAreNotWanted(string variable, string value)
    {
        using var terminal = Terminal.Run(solution.Path, "scaffold module Sales --dry-run --diff", (variable, value));

        Assert.DoesNotMatch(Colour, await terminal.EndsAsync(0));
    }

    [Fact]
    public async Task DoesNotHappenInAFile() =>
        Assert.DoesNotMatch(Colour, (await Be.RunAsync(solution.Path, "scaffold", "module", "Sales", "--dry-run", "--diff")).Exits(0).Out);
}
