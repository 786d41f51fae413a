namespace Be.Cli.Tests;

public sealed class AskingForTheVersion
{
    [Fact]
    public async Task PrintsThatOfThePackages() =>
        Assert.Equal(Repository.Version, (await Be.RunAsync(Path.GetTempPath(), "--version")).Exits(0).Out.Trim());
}
