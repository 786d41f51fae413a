using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(Be.Templates.Tests.TemplatePack))]

namespace Be.Templates.Tests;

/// <summary>The packed templates, installed once into a hive of their own.</summary>
/// <remarks>The package is the one in the folder that <c>BE_PACKAGES</c> names, else one packed for this run.</remarks>
public sealed class TemplatePack : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("be-templates-").FullName;
    private readonly SemaphoreSlim turn = new(1);
    private readonly ConcurrentDictionary<string, Lazy<Task<GeneratedSolution>>> solutions = new(StringComparer.Ordinal);

    private string Hive => Path.Combine(folder, "hive");

    /// <summary>Packs and installs.</summary>
    public async ValueTask InitializeAsync() => await Dotnet.RunAsync("new", "install", await PackageAsync(), "--debug:custom-hive", Hive);

    /// <summary>Removes the hive and what was generated.</summary>
    public ValueTask DisposeAsync()
    {
        turn.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Every layout of the pack.</summary>
    public static IEnumerable<string> Layouts { get; } =
        Directory
            .GetDirectories(Repository.File("templates"), "be-*")
            .Select(folder => Path.GetFileName(folder)["be-".Length..])
            .Order(StringComparer.Ordinal);

    /// <summary>The solution that <c>dotnet new be-layout -n name options</c> gives; made once.</summary>
    public Task<GeneratedSolution> SolutionAsync(string layout, string name, params string[] options) =>
        solutions.GetOrAdd(string.Join(' ', [layout, name, .. options]), _ => new(() => NewSolutionAsync(layout, name, options))).Value;

    /// <summary>The same, made now.</summary>
    public async Task<GeneratedSolution> NewSolutionAsync(string layout, string name, params string[] options)
    {
        var root = Path.Combine(
            Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("n"))).FullName,
            "a path with spaces"
        );
        await NewAsync(layout, ["-n", name, "-o", root, .. options]);
        return new GeneratedSolution(name, root);
    }

    /// <summary>Runs <c>dotnet new be-layout</c> and returns what it prints.</summary>
    public async Task<string> NewAsync(string layout, params string[] arguments)
    {
        // Two at once write the hive's cache at the same time, and one of them fails.
        await turn.WaitAsync();
        try
        {
            return await Dotnet.RunAsync(["new", "be-" + layout, "--debug:custom-hive", Hive, .. arguments]);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<string> PackageAsync()
    {
        var packages = Environment.GetEnvironmentVariable("BE_PACKAGES");
        if (string.IsNullOrEmpty(packages))
        {
            packages = Path.Combine(folder, "packages");
            await Dotnet.RunAsync("pack", Repository.File("templates", "Be.Templates.csproj"), "--output", packages);
        }

        return Assert.Single(Directory.GetFiles(packages, "Be.Templates.*.nupkg"));
    }
}
