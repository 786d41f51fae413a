namespace Be.Cli.Tests;

public sealed class PrintingACompletionScript
{
    /// <summary>Without the place of the cursor System.CommandLine suggests nothing.</summary>
    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task AsksWithThePlaceOfTheCursor(string shell)
    {
        var script = (await Be.RunAsync(Path.GetTempPath(), "completion", shell)).Exits(0).Out;

        Assert.Contains("[suggest:", script, StringComparison.Ordinal);
    }
}
