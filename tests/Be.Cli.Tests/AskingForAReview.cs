using Be.Postgres.Review;

namespace Be.Cli.Tests;

/// <summary>What <c>be db review</c> answers without a database.</summary>
public sealed class AskingForAReview
{
    [Fact]
    public async Task ListsTheRulesByArea()
    {
        var outcome = (await RunAsync("--rules")).Exits(0);

        Assert.StartsWith("integrity\n  ", outcome.Out, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^  wraparound +now +Transaction ids are running out\.$", outcome.Out);
    }

    [Fact]
    public async Task ExplainsOne()
    {
        var outcome = (await RunAsync("--explain", "slow-queries")).Exits(0);

        Assert.StartsWith("slow-queries (activity, soon)\n", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("\nNeeds:\n  create extension pg_stat_statements\n", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("\nQuery:\n  select\n", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void IsWhatTheReadmeSays()
    {
        var readme = File.ReadAllText(Repository.File("README.md"));

        Assert.All(
            AllReviewRules.List,
            rule =>
                Assert.Contains(
                    $"\n| `{rule.Id}` | {rule.Area.ToString().ToLowerInvariant()} | {rule.Urgency.ToString().ToLowerInvariant()} | {rule.Title} |\n",
                    readme,
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public async Task RefusesWhatMakesNoSense()
    {
        (await RunAsync("--explain", "slow-querys")).Refuses(
            2,
            "There is no rule slow-querys.",
            "Did you mean slow-queries? See: be db review --rules"
        );
        (await RunAsync()).Refuses(
            1,
            "No database is named, and there is no be.json here or above.",
            "be db review postgres://user:password@host/database"
        );
        (await RunAsync("hunter2", "--connection", "postgres://h/d")).Exits(2);
        (await RunAsync("postgres://h/d", "--write-fixes", "--output", "sarif")).Exits(2);
    }

    [Theory]
    [InlineData("postgres://u:hunter2@h/d postgres://u:hunter2@h/d", "be db review does not take 'postgres://…'.")]
    [InlineData("postgres://h/d Password=hunter2", "be db review does not take 'Password=…'.")]
    [InlineData("--conection=postgres://u:hunter2@h/d", "be db review has no option --conection.")]
    public async Task NeverRepeatsAPassword(string arguments, string problem)
    {
        var outcome = (await RunAsync(arguments.Split(' '))).Exits(2);

        Assert.StartsWith($"error: {problem}\n", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hunter2")]
    [InlineData("postgres://u:hunter2@127.0.0.1:1/d")]
    [InlineData("Host=127.0.0.1;Port=1;Username=u;Password=hunter2;Database=d")]
    public async Task DoesNotShowThePasswordOfADatabaseThatItCannotReach(string connection)
    {
        var outcome = await RunAsync(connection);

        Assert.InRange(outcome.ExitCode, 1, 2);
        Assert.Equal(2, outcome.Error.TrimEnd().Split('\n').Length);
        Assert.DoesNotContain("hunter2", outcome.Out + outcome.Error, StringComparison.Ordinal);
    }

    private static Task<Outcome> RunAsync(params string[] arguments) => Be.RunAsync(Path.GetTempPath(), ["db", "review", .. arguments]);
}
