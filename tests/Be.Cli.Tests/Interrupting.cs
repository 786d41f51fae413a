using System.Diagnostics;

namespace Be.Cli.Tests;

public sealed class Interrupting : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task LeavesNoHalfOfASolution()
    {
        var data = folder.File("data");
        using var process = Process.Start(Be.StartOf(Be.Program, folder.Path, ["new", "monolith", "Shop"], ("XDG_DATA_HOME", data)))!;
        while (!Directory.Exists(Path.Combine(data, "be", "hives")))
            await Task.Delay(20, TestContext.Current.CancellationToken);

        (await Be.RunAsync("kill", folder.Path, ["-INT", $"{process.Id}"])).Exits(0);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(130, process.ExitCode);
        Assert.False(Directory.Exists(folder.File("Shop")));
        (await Be.RunAsync(Be.Program, folder.Path, ["new", "monolith", "Shop"], ("XDG_DATA_HOME", data))).Exits(0);
    }
}
