namespace Be.Cli.Tests;

public sealed class AskingForTheVersion
{
    [Fact]
    public async Task PrintsThatOfThePackages()
    {
        var version = System.Xml.Linq.XDocument.Load(Repository.File("build", "Version.props")).Descendants("Version").Single().Value;

        var outcome = await Be.RunAsync(Path.GetTempPath(), "--version");

        Assert.Equal(version, outcome.Exits(0).Out.Trim());
    }
}
