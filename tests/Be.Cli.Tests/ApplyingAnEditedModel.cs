namespace Be.Cli.Tests;

public sealed class ApplyingAnEditedModel(GeneratedSolution generated) : IDisposable
{
    private readonly TemporaryFolder solution = generated.Copy();

    public void Dispose() => solution.Dispose();

    [Fact]
    public async Task SaysThatAModelThatWasNotEditedChangesNothing()
    {
        var outcome = (await Be.RunAsync(solution.Path, "apply")).Exits(0);

        Assert.Equal("unchanged be.json\nnothing to do: every file is as it should be\n", outcome.Out.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task WritesWhatTheModelAsksFor()
    {
        var model = Path.Combine(solution.Path, "be.json");
        var edited = (await File.ReadAllTextAsync(model, TestContext.Current.CancellationToken)).Replace(
            "\"modules\": []",
            """
            "modules": [ { "name": "Sales", "entities": [ { "name": "Order", "plural": "Orders", "traits": [ "audited" ], "sorts": [], "fields": [ "total:int" ] } ] } ]
            """,
            StringComparison.Ordinal
        );
        await File.WriteAllTextAsync(model, edited, TestContext.Current.CancellationToken);

        (await Be.RunAsync(solution.Path, "apply")).Exits(0);

        Assert.Contains("src/Modules/Sales/Orders/OrderStore.cs", solution.Files().Keys);
    }
}
