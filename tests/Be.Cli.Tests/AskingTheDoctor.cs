using System.Text.Json;

namespace Be.Cli.Tests;

public sealed class AskingTheDoctor(GeneratedSolution generated) : IDisposable
{
    private const string Registry = "src/Modules/Sales/SalesModule.g.cs";
    private readonly TemporaryFolder solution = generated.Copy();

    public void Dispose() => solution.Dispose();

    [Fact]
    public async Task FindsAFreshSolutionWell()
    {
        var findings = await FindingsAsync(0);

        Assert.Equal(
            [".NET SDK", "git", "PostgreSQL", "Docker", "template pack", "be.json", "base"],
            findings.Select(f => f.GetProperty("check").GetString())
        );
        Assert.DoesNotContain(findings, f => f.GetProperty("state").GetString() == "fail");
    }

    [Fact]
    public async Task FindsAModelThatIsBroken()
    {
        File.WriteAllText(solution.File("be.json"), "{");

        Assert.Equal("fail", State(await FindingsAsync(1), "be.json"));
    }

    [Fact]
    public async Task FindsAModelThatTheFilesDoNotFollow()
    {
        (await Be.RunAsync(solution.Path, "scaffold", "api", "--module", "Sales", "--entity", "Order")).Exits(0);
        var model = File.ReadAllText(solution.File("be.json"));
        File.WriteAllText(
            solution.File("be.json"),
            model.Replace("\"fields\": []", "\"fields\": [\"notes:text?\"]", StringComparison.Ordinal)
        );

        Assert.Equal("be apply", Mend(await FindingsAsync(0), "base"));
    }

    [Fact]
    public async Task FindsAFileOfItsOwnThatWasEdited()
    {
        (await Be.RunAsync(solution.Path, "scaffold", "api", "--module", "Sales", "--entity", "Order")).Exits(0);
        File.AppendAllText(solution.File(Registry), "// Mine.\n");

        var findings = await FindingsAsync(1);

        Assert.Equal("fail", State(findings, "base"));
        Assert.Contains(Registry, Said(findings, "base"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindsADatabaseThatDoesNotAnswer()
    {
        var outcome = await Be.RunAsync(
            Be.Program,
            solution.Path,
            ["doctor"],
            ("ConnectionStrings__Default", "Host=127.0.0.1;Port=1;Username=app;Password=s3cret")
        );

        Assert.Contains("fail  PostgreSQL", outcome.Exits(1).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NamesEveryToolThatIsMissing()
    {
        var outcome = await Be.RunAsync(Be.Program, solution.Path, ["doctor"], ("PATH", "/nowhere"));

        Assert.Contains("fail  .NET SDK", outcome.Exits(1).Out, StringComparison.Ordinal);
        Assert.Contains("fail  git", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("warn  Docker", outcome.Out, StringComparison.Ordinal);
    }

    private async Task<JsonElement[]> FindingsAsync(int exitCode)
    {
        var outcome = (await Be.RunAsync(solution.Path, "doctor", "--output", "json")).Exits(exitCode);
        using var json = JsonDocument.Parse(outcome.Out);
        return [.. json.RootElement.Clone().EnumerateArray()];
    }

    private static string? State(JsonElement[] findings, string check) => Of(findings, check, "state");

    private static string? Said(JsonElement[] findings, string check) => Of(findings, check, "says");

    private static string? Mend(JsonElement[] findings, string check) => Of(findings, check, "mend");

    private static string? Of(JsonElement[] findings, string check, string member) =>
        findings.Single(f => f.GetProperty("check").GetString() == check).GetProperty(member).GetString();
}
