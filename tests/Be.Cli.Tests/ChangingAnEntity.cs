namespace Be.Cli.Tests;

/// <summary>An entity that exists, changed from the command line.</summary>
public sealed class ChangingAnEntity(GeneratedSolution generated) : IDisposable
{
    private readonly TemporaryFolder solution = generated.Copy();

    public void Dispose() => solution.Dispose();

    [Fact]
    public async Task SaysWhatChangesAndWhy()
    {
        await ScaffoldAsync("--fields", "number:string(32):unique notes:text?");

        var outcome = (await ScaffoldAsync("--fields", "number:string(40)", "--remove", "notes")).Exits(0);

        Assert.Equal(
            ["Order: number takes more: string(32) -> string(40)", "Order: number is no longer unique", "Order: notes goes"],
            Lines(outcome, "change")
        );
        Assert.Contains("          For when no program runs that still reads or writes notes.", outcome.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("be:after", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("next: be migration contract", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("\"number:string(40)\"", solution.Files()["be.json"], StringComparison.Ordinal);
        Assert.DoesNotContain("notes", solution.Files()["src/Modules/Shop/Orders/OrderStore.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task FollowsABeJsonFromWhichAFieldWasTaken()
    {
        await ScaffoldAsync("--fields", "number:int notes:text?");
        var model = solution.File("be.json");
        await File.WriteAllTextAsync(
            model,
            solution.Files()["be.json"].Replace(", \"notes:text?\"", "", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );

        var outcome = (await Be.RunAsync(solution.Path, "apply")).Exits(0);

        Assert.Equal(["Order: notes goes"], Lines(outcome, "change"));
    }

    [Fact]
    public async Task GivesWhatWaitsItsTurnWhenToldTo()
    {
        await ScaffoldAsync("--fields", "number:int notes:text?");
        await ScaffoldAsync("--remove", "notes");
        var waiting = Assert.Single(Waiting());

        (await Be.RunAsync(solution.Path, "migration", "contract", "--dry-run")).Exits(0);
        var unsure = (await Be.RunAsync(solution.Path, "migration", "contract")).Exits(2);
        Assert.Equal([waiting], Waiting());
        var outcome = (await Be.RunAsync(solution.Path, "migration", "contract", "--yes")).Exits(0);

        Assert.Contains("be migration contract --yes", unsure.Error, StringComparison.Ordinal);
        Assert.Equal([waiting], Lines(outcome, "delete"));
        Assert.Matches("^migrations/[0-9]{14}_drop_notes_of_orders.sql$", Assert.Single(Lines(outcome, "create")));
        Assert.Empty(Waiting());
        Assert.Contains(
            "nothing to do: no migration waits",
            (await Be.RunAsync(solution.Path, "migration", "contract")).Exits(0).Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task NamesAFieldThatIsMeant()
    {
        await ScaffoldAsync("--fields", "number:int notes:text?");

        var outcome = (await ScaffoldAsync("--remove", "note")).Exits(2);

        Assert.Equal("error: Order has no field note.\n       Write: notes\n", outcome.Error.ReplaceLineEndings("\n"));
    }

    private Task<Outcome> ScaffoldAsync(params string[] arguments) =>
        Be.RunAsync(solution.Path, ["scaffold", "api", "--entity", "Order", .. arguments]);

    private IEnumerable<string> Waiting() =>
        solution.Files().Keys.Where(path => path.StartsWith("migrations/later/", StringComparison.Ordinal));

    private static IEnumerable<string> Lines(Outcome outcome, string word) =>
        outcome
            .Out.Split('\n')
            .Where(line => line.StartsWith(word + " ", StringComparison.Ordinal))
            .Select(line => line[word.Length..].Trim());
}
