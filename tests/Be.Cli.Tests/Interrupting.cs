using System.Diagnostics;
using System.Runtime.Versioning;

namespace Be.Cli.Tests;

[UnsupportedOSPlatform("windows")]
public sealed class Interrupting : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task LeavesNoHalfOfASolution(string signal, int exitCode)
    {
        (string, string?)[] ownData = [("XDG_DATA_HOME", folder.File("data"))];
        using var process = Process.Start(
            Be.StartOf(
                "env",
                folder.Path,
                [.. Be.DefaultSignals.Split(' ')[1..], Be.Program, "new", "monolith", "Shop"],
                [.. ownData, ("PATH", SlowDotnet())]
            )
        )!;
        while (!File.Exists(folder.File("started")))
            await Task.Delay(20, TestContext.Current.CancellationToken);

        (await Be.RunAsync("kill", folder.Path, [$"-{signal}", $"{process.Id}"])).Exits(0);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(exitCode, process.ExitCode);
        Assert.False(File.Exists($"/proc/{File.ReadAllText(folder.File("started")).Trim()}/stat"), "dotnet still runs");
        Assert.False(Directory.Exists(folder.File("Shop")));
        (await Be.RunAsync(Be.Program, folder.Path, ["new", "monolith", "Shop"], ownData)).Exits(0);
    }

    /// <summary>A PATH with a dotnet that leaves half a hive and never ends.</summary>
    private string SlowDotnet()
    {
        var bin = Directory.CreateDirectory(folder.File("bin")).FullName;
        var dotnet = Path.Combine(bin, "dotnet");
        File.WriteAllText(
            dotnet,
            $"#!/bin/sh\nfor hive in \"$@\"; do :; done\nmkdir -p \"$hive\"\necho half > \"$hive/packages.json\"\necho $$ > '{folder.File("starting")}'\nmv '{folder.File("starting")}' '{folder.File("started")}'\nexec sleep 600\n"
        );
        File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return $"{bin}:{Environment.GetEnvironmentVariable("PATH")}";
    }
}
