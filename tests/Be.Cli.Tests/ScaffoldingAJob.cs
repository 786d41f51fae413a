namespace Be.Cli.Tests;

public sealed class ScaffoldingAJob(GeneratedSolution generated) : IDisposable
{
    private const string Registration = "src/Modules/Shop/ShopJobs.g.cs";
    private readonly TemporaryFolder solution = generated.Copy();

    public void Dispose() => solution.Dispose();

    [Fact]
    public async Task WritesTheClassItsRegistrationItsTestAndTheTables()
    {
        var outcome = (await ScaffoldAsync("--cron", "0 3 * * *", "--exclusive")).Exits(0);

        foreach (var file in new[] { "src/Modules/Shop/Jobs/CloseOrders.cs", Registration, "tests/Modules/Shop/CloseOrdersTests.cs" })
            Assert.Contains($"create    {file}\n", outcome.Out, StringComparison.Ordinal);
        Assert.Matches(@"create    migrations/\d+_create_jobs\.sql", outcome.Out);
        Assert.Contains("next: be db migrate", outcome.Out, StringComparison.Ordinal);
        Assert.Contains(
            """services.AddJob<CloseOrders>("shop.close-orders", "0 3 * * *", exclusive: true);""",
            solution.Files()[Registration],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ChangesTheScheduleInAFileOfItsOwn()
    {
        (await ScaffoldAsync("--cron", "0 3 * * *", "--exclusive")).Exits(0);

        var outcome = (await ScaffoldAsync("--cron", "30 4 * * *", "--exclusive", "false")).Exits(0);

        Assert.Equal(["be.json", Registration], Paths(outcome));
        Assert.Contains(
            """services.AddJob<CloseOrders>("shop.close-orders", "30 4 * * *");""",
            solution.Files()[Registration],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task SaysThatTheSecondTimeChangesNothing()
    {
        (await ScaffoldAsync("--cron", "0 3 * * *")).Exits(0);

        Assert.Contains("nothing to do", (await ScaffoldAsync()).Exits(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivesAQueuedJobArguments()
    {
        (await ScaffoldAsync()).Exits(0);

        Assert.Contains(
            "CloseOrders : IJob<CloseOrdersArguments>",
            solution.Files()["src/Modules/Shop/Jobs/CloseOrders.cs"],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task WritesNothingOnADryRun()
    {
        var before = solution.Files();

        (await ScaffoldAsync("--cron", "0 3 * * *", "--dry-run")).Exits(0);

        Assert.Equal(before, solution.Files());
    }

    private static IEnumerable<string> Paths(Outcome outcome) =>
        outcome.Out.Split('\n').Where(line => line.StartsWith("update", StringComparison.Ordinal)).Select(line => line.Split(' ')[^1]);

    private Task<Outcome> ScaffoldAsync(params string[] options) =>
        Be.RunAsync(solution.Path, ["scaffold", "job", "CloseOrders", .. options]);
}
