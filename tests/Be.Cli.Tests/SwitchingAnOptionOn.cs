using System.Text.Json;
using System.Text.RegularExpressions;

namespace Be.Cli.Tests;

/// <summary><c>be docker</c> and <c>be kubernetes</c>, for solutions that were made without.</summary>
public sealed partial class SwitchingAnOptionOn(GeneratedSolution generated) : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TemporaryFolder solution = generated.Copy();

    public void Dispose()
    {
        folder.Dispose();
        solution.Dispose();
    }

    [Theory]
    [InlineData("monolith", "docker")]
    [InlineData("microservices", "docker")]
    [InlineData("hexagonal", "kubernetes")]
    [InlineData("microservices", "kubernetes")]
    public async Task GivesTheSolutionThatWasMadeWithIt(string layout, string option)
    {
        await NewAsync(layout, "later", option, "false");
        await NewAsync(layout, "at once", option, "true");
        foreach (var shop in (string[])["later", "at once"])
            await ScaffoldAsync(shop);

        (await Be.RunAsync(folder.File("later"), option)).Exits(0);

        Assert.Equal(Comparable("at once"), Comparable("later"));
        Assert.Contains("nothing to do", (await Be.RunAsync(folder.File("later"), "apply")).Exits(0).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("monolith")]
    [InlineData("microservices")]
    public async Task GivesItBeforeAnythingIsScaffolded(string layout)
    {
        await NewAsync(layout, "later", "kubernetes", "false");
        await NewAsync(layout, "at once", "kubernetes", "true");

        (await Be.RunAsync(folder.File("later"), "kubernetes")).Exits(0);
        foreach (var shop in (string[])["later", "at once"])
            await ScaffoldAsync(shop);

        Assert.Equal(Comparable("at once"), Comparable("later"));
    }

    [Fact]
    public async Task ListsWhatHappensAndWhatComesNext()
    {
        var before = solution.Files();

        var outcome = (await Be.RunAsync(solution.Path, "kubernetes")).Exits(0);

        var created = solution.Files().Keys.Except(before.Keys).Where(path => !path.StartsWith(".be/", StringComparison.Ordinal));
        Assert.Equal(created.Order(StringComparer.Ordinal), Paths(outcome, "create"));
        Assert.Equal([".dockerignore", ".github/workflows/ci.yml", "README.md", "be.json"], Paths(outcome, "update"));
        Assert.EndsWith("next: kubectl kustomize deploy/overlays/staging\n", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeepsWhatIsRandom()
    {
        string[] random = [".env", "src/Shop.Api/Shop.Api.csproj"];
        var before = solution.Files();

        (await Be.RunAsync(solution.Path, "kubernetes")).Exits(0);

        Assert.All(random, path => Assert.Equal(before[path], solution.Files()[path]));
    }

    [Fact]
    public async Task KeepsSecretsThatAreThere()
    {
        await NewAsync("monolith", "Shop", "docker", "false");
        await File.WriteAllTextAsync(folder.File("Shop", ".env"), "API_KEY=mine\n", TestContext.Current.CancellationToken);

        var outcome = (await Be.RunAsync(folder.File("Shop"), "docker", "--force")).Exits(0);

        Assert.Contains("unchanged .env  (it holds your secrets, so it stays)", outcome.Out, StringComparison.Ordinal);
        Assert.Equal("API_KEY=mine\n", folder.Files()["Shop/.env"]);
        Assert.Contains("Shop/compose.yaml", folder.Files().Keys);
    }

    [Fact]
    public async Task SaysThatItIsOnAlready()
    {
        var before = solution.Files();

        var text = (await Be.RunAsync(solution.Path, "docker")).Exits(0);
        var json = (await Be.RunAsync(solution.Path, "docker", "--output", "json")).Exits(0);

        Assert.Equal("nothing to do: the option docker is on already\n", text.Out.ReplaceLineEndings("\n"));
        Assert.Equal(0, JsonDocument.Parse(json.Out).RootElement.GetProperty("changes").GetArrayLength());
        Assert.Equal(before, solution.Files());
    }

    [Fact]
    public async Task WritesNothingOnADryRun()
    {
        var before = solution.Files();

        var outcome = (await Be.RunAsync(solution.Path, "kubernetes", "--dry-run", "--diff")).Exits(0);

        Assert.Contains("deploy/app/server.yaml", Paths(outcome, "create"));
        Assert.Contains("+    \"kubernetes\": true,", outcome.Out, StringComparison.Ordinal);
        Assert.Equal(before, solution.Files());
    }

    [Fact]
    public async Task MergesIntoAFileThatWasEditedAndLeavesOneThatWasDeleted()
    {
        Edit("README.md", text => text.Replace("# Shop\n", "# Our shop\n", StringComparison.Ordinal));
        File.Delete(solution.File(".dockerignore"));

        var outcome = (await Be.RunAsync(solution.Path, "kubernetes")).Exits(0);

        Assert.Equal(["README.md"], Paths(outcome, "merge"));
        Assert.StartsWith("# Our shop\n", solution.Files()["README.md"], StringComparison.Ordinal);
        Assert.Contains("## On Kubernetes", solution.Files()["README.md"], StringComparison.Ordinal);
        Assert.Contains("unchanged .dockerignore  (you deleted it, so it stays away)", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WritesNothingAtAConflictUnlessItIsDecided()
    {
        Directory.CreateDirectory(solution.File("deploy"));
        await File.WriteAllTextAsync(solution.File("deploy", "README.md"), "ours\n", TestContext.Current.CancellationToken);
        var before = solution.Files();

        var refused = (await Be.RunAsync(solution.Path, "kubernetes")).Exits(1);
        Assert.Contains("conflict  deploy/README.md  (there is a file in the way)", refused.Out, StringComparison.Ordinal);
        Assert.StartsWith("error: Nothing was written", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, solution.Files());

        (await Be.RunAsync(solution.Path, "kubernetes", "--force")).Exits(0);
        Assert.StartsWith("# On Kubernetes\n", solution.Files()["deploy/README.md"], StringComparison.Ordinal);
    }

    private async Task NewAsync(string layout, string directory, string option, string value) =>
        (await Be.RunAsync(folder.Path, "new", layout, "Shop", "-o", directory, "--" + option, value)).Exits(0);

    private async Task ScaffoldAsync(string directory) =>
        (
            await Be.RunAsync(
                folder.File(directory),
                "scaffold",
                "api",
                "--module",
                "Sales",
                "--entity",
                "Order",
                "--fields",
                "number:string(32)"
            )
        ).Exits(0);

    /// <summary>The files below, without what is random and the versions of migrations.</summary>
    private Dictionary<string, string> Comparable(string directory) =>
        folder
            .Files()
            .Where(file => file.Key.StartsWith(directory + "/", StringComparison.Ordinal))
            .ToDictionary(file => Scrubbed(file.Key[directory.Length..]), file => Scrubbed(file.Value));

    private static string Scrubbed(string text) => Varying().Replace(text, "…");

    private void Edit(string path, Func<string, string> edit)
    {
        var before = File.ReadAllText(solution.File(path));
        var after = edit(before);
        Assert.NotEqual(before, after);
        File.WriteAllText(solution.File(path), after);
    }

    private static IEnumerable<string> Paths(Outcome outcome, string word) =>
        outcome
            .Out.Split('\n')
            .Where(line => line.StartsWith(word + " ", StringComparison.Ordinal))
            .Select(line => line[word.Length..].Trim());

    [GeneratedRegex("[0-9a-f]{8}(-?)([0-9a-f]{4}\\1){3}[0-9a-f]{12}|20[0-9]{12}|(?<=CERTIFICATE=).+")]
    private static partial Regex Varying();
}
