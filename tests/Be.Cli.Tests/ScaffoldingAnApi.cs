using System.Text.Json;

namespace Be.Cli.Tests;

public sealed class ScaffoldingAnApi(GeneratedSolution generated) : IDisposable
{
    private const string Fields = "number:string(32):unique total:decimal(18,2)";
    private const string Store = "src/Modules/Shop/Orders/OrderStore.cs";
    private readonly TemporaryFolder solution = generated.Copy();

    public void Dispose() => solution.Dispose();

    [Fact]
    public async Task ListsEachFileWithWhatHappensToIt()
    {
        var before = solution.Files();

        var outcome = (await ScaffoldAsync("--fields", Fields)).Exits(0);

        var after = solution.Files();
        Assert.Equal(after.Keys.Except(before.Keys).Where(IsShown).Order(StringComparer.Ordinal), Paths(outcome, "create"));
        Assert.Equal(["Shop.slnx", "be.json"], Paths(outcome, "update"));
        Assert.Contains("next: be db migrate", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaysThatTheSecondTimeChangesNothing()
    {
        await ScaffoldAsync("--fields", Fields);
        var before = solution.Files();

        var outcome = (await ScaffoldAsync("--fields", Fields)).Exits(0);

        Assert.Contains("nothing to do", outcome.Out, StringComparison.Ordinal);
        Assert.Equal(before, solution.Files());
    }

    [Fact]
    public async Task WritesTheBaseColumnsWithoutFieldsAndShowsHowToAddSome()
    {
        var outcome = (await ScaffoldAsync()).Exits(0);

        Assert.Contains("be scaffold api --entity Order --fields", outcome.Out, StringComparison.Ordinal);
        Assert.Contains(Store, solution.Files().Keys);
    }

    [Fact]
    public async Task TakesFieldsAsSeparateWords()
    {
        (await ScaffoldAsync("--fields", "number:string(32):unique", "total:decimal(18,2)")).Exits(0);

        Assert.Contains("\"total:decimal(18,2)\"", solution.Files()["be.json"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WritesNothingOnADryRun()
    {
        var before = solution.Files();

        var outcome = (await ScaffoldAsync("--fields", Fields, "--dry-run")).Exits(0);

        Assert.Contains(Store, Paths(outcome, "create"));
        Assert.Equal(before, solution.Files());
    }

    [Fact]
    public async Task ShowsADiffThatGitApplies()
    {
        await ScaffoldAsync("--fields", Fields);
        var outcome = (await ScaffoldAsync("--fields", "notes:text?", "--dry-run", "--diff")).Exits(0);
        File.WriteAllText(solution.File("change.diff"), outcome.Out);

        (await Be.RunAsync("git", solution.Path, ["apply", "change.diff"])).Exits(0);

        Assert.Contains("notes", solution.Files()[Store], StringComparison.Ordinal);
    }

    [Fact]
    public async Task PrintsJsonForScripts()
    {
        var outcome = (await ScaffoldAsync("--fields", Fields, "--output", "json")).Exits(0);

        using var json = JsonDocument.Parse(outcome.Out);
        var store = json.RootElement.GetProperty("changes").EnumerateArray().Single(c => c.GetProperty("path").GetString() == Store);
        Assert.Equal("create", store.GetProperty("kind").GetString());
        Assert.Equal(solution.Files()[Store], store.GetProperty("after").GetString());
    }

    [Fact]
    public async Task MergesIntoAFileThatWasEdited()
    {
        await ScaffoldAsync("--fields", Fields);
        Edit(Store, text => "// Ours.\n" + text);

        var outcome = (await ScaffoldAsync("--fields", "notes:text?")).Exits(0);

        Assert.Equal([Store], Paths(outcome, "merge"));
        Assert.StartsWith("// Ours.\n", solution.Files()[Store], StringComparison.Ordinal);
        Assert.Contains("notes", solution.Files()[Store], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WritesNothingAtAConflictAndNamesIt()
    {
        var before = await ConflictAsync();

        var outcome = (await ScaffoldAsync("--fields", "notes:text?")).Exits(1);

        Assert.Equal([Store], Paths(outcome, "conflict").Select(line => line.Split(' ')[0]));
        Assert.StartsWith("error: Nothing was written", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(Store, outcome.Error, StringComparison.Ordinal);
        Assert.Equal(2, outcome.Error.TrimEnd().Split('\n').Length);
        Assert.Equal(before, solution.Files());
    }

    [Fact]
    public async Task FindsTheConflictOnADryRun()
    {
        var before = await ConflictAsync();

        (await ScaffoldAsync("--fields", "notes:text?", "--dry-run")).Exits(1);

        Assert.Equal(before, solution.Files());
    }

    [Fact]
    public async Task WritesBothSidesOfAConflictWithMerge()
    {
        await ConflictAsync();

        (await ScaffoldAsync("--fields", "notes:text?", "--merge")).Exits(1);

        Assert.Contains("<<<<<<< yours", solution.Files()[Store], StringComparison.Ordinal);
        Assert.Contains(">>>>>>> be", solution.Files()[Store], StringComparison.Ordinal);
    }

    [Fact]
    public async Task TakesItsOwnSideOfAConflictWithForce()
    {
        await ConflictAsync();

        (await ScaffoldAsync("--fields", "notes:text?", "--force")).Exits(0);

        Assert.DoesNotContain("our_own_column", solution.Files()[Store], StringComparison.Ordinal);
        Assert.Contains("notes", solution.Files()[Store], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AsksForTheModuleWhenThereAreSeveral()
    {
        (await Be.RunAsync(solution.Path, "scaffold", "module", "Sales")).Exits(0);
        (await Be.RunAsync(solution.Path, "scaffold", "module", "Billing")).Exits(0);

        var outcome = (await ScaffoldAsync()).Exits(2);

        Assert.Contains("Sales, Billing", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FollowsABeJsonThatWasEditedByHand()
    {
        await ScaffoldAsync("--fields", Fields);
        Edit(
            "be.json",
            text => text.Replace("\"total:decimal(18,2)\"", "\"total:decimal(18,2)\", \"notes:text?\"", StringComparison.Ordinal)
        );

        var outcome = (await Be.RunAsync(solution.Path, "apply")).Exits(0);

        Assert.Contains(Store, Paths(outcome, "update"));
        Assert.Contains("notes", solution.Files()[Store], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WorksFromAFolderBelowTheRoot() =>
        (await Be.RunAsync(solution.File("src", "Shop.Api"), "scaffold", "api", "--entity", "Order")).Exits(0);

    private Task<Outcome> ScaffoldAsync(params string[] arguments) =>
        Be.RunAsync(solution.Path, ["scaffold", "api", "--entity", "Order", .. arguments]);

    /// <summary>An edit on the line that a new field changes too.</summary>
    private async Task<IReadOnlyDictionary<string, string>> ConflictAsync()
    {
        await ScaffoldAsync("--fields", Fields);
        Edit(Store, text => text.Replace("id, number, total,", "id, number, total, our_own_column,", StringComparison.Ordinal));
        return solution.Files();
    }

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

    private static bool IsShown(string path) => !path.StartsWith(".be/", StringComparison.Ordinal);
}
