using System.Diagnostics;

namespace Be.Templates.Tests;

internal static class Dotnet
{
    /// <summary>Runs <c>dotnet</c>, returns what it printed, and fails with that when the exit code is not 0.</summary>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";

        // What `dotnet test` sets for itself would lead a dotnet within it astray.
        foreach (
            var variable in start.Environment.Keys.Where(key => key.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList()
        )
            start.Environment.Remove(variable);

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}: exit code {process.ExitCode}\n{output}{await errors}");
        return output;
    }
}
