namespace Be.Cli.Tests;

public sealed class AnsweringOnATerminal(GeneratedSolution generated) : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TemporaryFolder solution = generated.Copy();

    public void Dispose()
    {
        folder.Dispose();
        solution.Dispose();
    }

    [Fact]
    public async Task CreatesTheSolutionThatWasAskedFor()
    {
        using var terminal = Terminal.Run(folder.Path, "new");
        await terminal.AnswerAsync("Which layout?", Terminal.Enter);
        await terminal.AnswerAsync("What is its name?", "Stall" + Terminal.Enter);
        await terminal.AnswerAsync("What the primary keys of tables are?", Terminal.Down + Terminal.Enter);
        await terminal.AnswerAsync("The shape of every error response?", Terminal.Enter);
        await terminal.AnswerAsync("Dockerfile and compose.yaml", Terminal.Down + Terminal.Enter);
        await terminal.AnswerAsync("Kubernetes manifests", Terminal.Down + Terminal.Enter);
        await terminal.AnswerAsync("Which continuous integration", Terminal.Enter);
        await terminal.AnswerAsync("How events get from one module to another?", Terminal.Down + Terminal.Enter);
        await terminal.AnswerAsync("If-Match is required", Terminal.Down + Terminal.Enter);
        await terminal.AnswerAsync("Who may call the API?", Terminal.Enter);
        await terminal.EndsAsync(0);

        var model = File.ReadAllText(folder.File("Stall", "be.json"));
        Assert.Contains("\"bigint\"", model, StringComparison.Ordinal);
        Assert.Contains("\"envelope\"", model, StringComparison.Ordinal);
        Assert.Contains("\"rabbitmq\"", model, StringComparison.Ordinal);
        Assert.Contains("\"requireIfMatch\": true", model, StringComparison.Ordinal);
        Assert.Contains("\"auth\": \"accounts\"", model, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("Stall", "Dockerfile")));
        Assert.True(Directory.Exists(folder.File("Stall", "deploy")));
        Assert.True(File.Exists(folder.File("Stall", ".github", "workflows", "ci.yml")));
    }

    [Fact]
    public async Task AsksAgainForANameThatWouldNotWork()
    {
        using var terminal = Terminal.Run(
            folder.Path,
            "new monolith --ids uuid --errors problem --docker false --kubernetes false --ci none --messaging inprocess --require-if-match false --auth none"
        );
        await terminal.AnswerAsync("What is its name?", "my shop" + Terminal.Enter);
        await terminal.AnswerAsync("can't name a solution", "MyShop" + Terminal.Enter);
        await terminal.EndsAsync(0);

        Assert.True(File.Exists(folder.File("MyShop", "be.json")));
    }

    [Fact]
    public async Task PutsTheFieldsIntoTheFieldLanguage()
    {
        using var terminal = Terminal.Run(solution.Path, "scaffold api --entity Order");
        await terminal.AnswerAsync("Name of a field", "number" + Terminal.Enter);
        await terminal.AnswerAsync("Type of number?", Terminal.Enter);
        await terminal.AnswerAsync("How many characters", "32" + Terminal.Enter);
        await terminal.AnswerAsync("May it be null?", "n" + Terminal.Enter);
        await terminal.AnswerAsync("Unique?", "y" + Terminal.Enter);
        await terminal.AnswerAsync("Default", Terminal.Enter);
        await terminal.AnswerAsync("Add number:string(32):unique", "y" + Terminal.Enter);
        await terminal.AnswerAsync("Name of a field", Terminal.Enter);
        await terminal.EndsAsync(0);

        Assert.Contains("\"number:string(32):unique\"", File.ReadAllText(solution.File("be.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaysWhatIsWrongWithAFieldAndAsksAgain()
    {
        using var terminal = Terminal.Run(solution.Path, "scaffold api --entity Order");
        await terminal.AnswerAsync("Name of a field", "number" + Terminal.Enter);
        await terminal.AnswerAsync("Type of number?", Terminal.Enter);
        await terminal.AnswerAsync("How many characters", "many" + Terminal.Enter);
        await terminal.AnswerAsync("May it be null?", "n" + Terminal.Enter);
        await terminal.AnswerAsync("Unique?", "n" + Terminal.Enter);
        await terminal.AnswerAsync("index?", "n" + Terminal.Enter);
        await terminal.AnswerAsync("Default", Terminal.Enter);
        await terminal.AnswerAsync("Write: number:string", "");
        await terminal.AnswerAsync("Name of a field", Terminal.Enter);
        await terminal.EndsAsync(0);
    }

    [Fact]
    public async Task LeavesNothingBehindAfterControlC()
    {
        var before = solution.Files();
        using var terminal = Terminal.Run(solution.Path, "scaffold api --entity Order");
        await terminal.AnswerAsync("Name of a field", Terminal.ControlC);
        await terminal.EndsAsync(130);

        Assert.Equal(before, solution.Files());
    }
}
