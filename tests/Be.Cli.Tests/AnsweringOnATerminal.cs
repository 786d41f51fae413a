using System.Diagnostics;

namespace Be.Cli.Tests;

/// <summary>A pseudo-terminal from script(1), with keys pressed as somebody would press them.</summary>
public sealed class AnsweringOnATerminal : IDisposable
{
    private const string Enter = "\r";
    private const string Down = "\u001b[B";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task CreatesTheSolutionThatWasAskedFor()
    {
        await AnswerAsync("new", ("Which layout?", Enter), ("What is its name?", "Stall" + Enter), ("What the primary keys of tables are?", Down + Enter),
            ("The shape of every error response?", Enter), ("Dockerfile and compose.yaml", Down + Enter), ("Which continuous integration", Enter));

        var model = File.ReadAllText(folder.File("Stall", "be.json"));
        Assert.Contains("\"bigint\"", model, StringComparison.Ordinal);
        Assert.Contains("\"envelope\"", model, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("Stall", "Dockerfile")));
        Assert.True(File.Exists(folder.File("Stall", ".github", "workflows", "ci.yml")));
    }

    [Fact]
    public async Task AsksAgainForANameThatWouldNotWork()
    {
        var screen = await AnswerAsync("new monolith --ids uuid --errors problem --docker false --ci none",
            ("What is its name?", "my shop" + Enter), ("can't name a solution", "MyShop" + Enter));

        Assert.Contains("MyShop/be.json", screen, StringComparison.Ordinal);
    }

    /// <summary>Runs be on a terminal; each answer is typed once its question shows.</summary>
    private async Task<string> AnswerAsync(string arguments, params (string Question, string Keys)[] answers)
    {
        var start = Be.StartOf("script", folder.Path, ["-qec", $"stty cols 200; '{Be.Program}' {arguments}", "/dev/null"], ("TERM", "xterm"));
        using var terminal = Process.Start(start)!;
        var screen = new Screen(terminal.StandardOutput);
        foreach (var (question, keys) in answers)
        {
            await screen.WaitForAsync(question);
            await terminal.StandardInput.WriteAsync(keys);
            await terminal.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        }
        await terminal.WaitForExitAsync(TestContext.Current.CancellationToken);
        var all = await screen.RestAsync();
        Assert.True(terminal.ExitCode == 0, all);
        return all;
    }
}
