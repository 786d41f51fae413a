[assembly: AssemblyFixture(typeof(Be.Cli.Tests.GeneratedSolution))]

namespace Be.Cli.Tests;

/// <summary>A solution that be made once; each test works on a copy.</summary>
public sealed class GeneratedSolution : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    public async ValueTask InitializeAsync() => (await Be.RunAsync(folder.Path, "new", "monolith", "Shop")).Exits(0);

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A copy of the solution, with nothing scaffolded into it.</summary>
    internal TemporaryFolder Copy()
    {
        var copy = new TemporaryFolder();
        foreach (var (path, text) in folder.Files())
        {
            var file = copy.File(path["Shop/".Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
        return copy;
    }
}
