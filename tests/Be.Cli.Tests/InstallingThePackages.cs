using System.IO.Compression;

namespace Be.Cli.Tests;

/// <summary>What <c>build/pack</c> made.</summary>
public sealed class InstallingThePackages : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static string Packages =>
        Environment.GetEnvironmentVariable("BE_PACKAGES") is { Length: > 0 } given ? given : Repository.File("artifacts", "packages");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task WorksOnEveryPlatformWithThePortableOne()
    {
        ZipFile.ExtractToDirectory(Package("Be.Cli.any"), folder.File("any"));
        var tool = Directory.EnumerateFiles(folder.File("any", "tools"), "be.dll", SearchOption.AllDirectories).Single();

        var outcome = (await Be.RunAsync("dotnet", folder.Path, [tool, "new", "monolith", "Shop"])).Exits(0);

        Assert.Contains("Shop/Shop.slnx", outcome.Out, StringComparison.Ordinal);
        (await Be.RunAsync("dotnet", folder.File("Shop"), [tool, "scaffold", "api", "--entity", "Order"])).Exits(0);
    }

    [Fact]
    public async Task GivesACommandOnThisPlatform()
    {
        (
            await Be.RunAsync("dotnet", folder.Path, ["tool", "install", "Be.Cli", "--tool-path", folder.File("bin"), "--source", Packages])
        ).Exits(0);

        Assert.Equal(Repository.Version, (await Be.RunAsync(folder.File("bin", "be"), folder.Path, ["--version"])).Exits(0).Out.Trim());
    }

    [Theory]
    [InlineData("Be.Cli")]
    [InlineData("Be.Cli.any")]
    [InlineData("Be.Templates")]
    public void ShowsAReadme(string package)
    {
        using var zip = ZipFile.OpenRead(Package(package));

        Assert.NotNull(zip.GetEntry("README.md"));
    }

    private static string Package(string name)
    {
        var package = Path.Combine(Packages, $"{name}.{Repository.Version}.nupkg");
        Assert.True(File.Exists(package), $"{package} is missing: run build/pack first.");
        return package;
    }
}
