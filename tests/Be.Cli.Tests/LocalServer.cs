using System.Text.Json;

namespace Be.Cli.Tests;

/// <summary>The development server of a solution under test.</summary>
internal static class LocalServer
{
    /// <summary>Deletes what it stored, once it is stopped: as root that lies outside of the solution, and stopping keeps it.</summary>
    public static void DeleteDataOf(TemporaryFolder solution)
    {
        using var state = JsonDocument.Parse(File.ReadAllText(solution.File(".be", "local", "postgres.json")));
        var data = Path.GetDirectoryName(state.RootElement.GetProperty("dataFolder").GetString())!;
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
    }
}
