using System.Runtime.CompilerServices;

namespace Be.Postgres.Tests;

/// <summary>The migrations that be writes: those that a solution begins with, and those of the snapshots of scaffolding.</summary>
internal static class OurMigrations
{
    private const string Heading = "━━━━━━━━ ";

    /// <summary>The folder of those that a solution begins with.</summary>
    public static string OfANewSolution { get; } = PathFromHere("../../templates/shared/migrations");

    /// <summary>The names of the snapshots.</summary>
    public static IReadOnlyList<string> Snapshots { get; } =
    [
        .. Directory
            .EnumerateFiles(PathFromHere("../Be.Scaffolding.Tests/Rendering"), "TheSlices.*.verified.txt")
            .Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>All of them, by names that tell them apart.</summary>
    public static IEnumerable<(string Name, string Text)> All =>
        Directory
            .EnumerateFiles(OfANewSolution, "*.sql")
            .Select(path => (Path.GetFileName(path), File.ReadAllText(path)))
            .Concat(Snapshots.SelectMany(snapshot => Of(snapshot).Select(file => ($"{snapshot.Split('.')[1]}_{file.Name}", file.Text))));

    /// <summary>Those of a snapshot, in the order in which they run.</summary>
    public static IEnumerable<(string Name, string Text)> Of(string snapshot) =>
        from file in File.ReadAllText(PathFromHere($"../Be.Scaffolding.Tests/Rendering/{snapshot}")).Split(Heading)
        let end = file.IndexOf('\n', StringComparison.Ordinal)
        let name = file[..Math.Max(end, 0)].Trim()
        where name.EndsWith(".sql", StringComparison.Ordinal)
        select (name.Replace('/', '_'), file[(end + 1)..]);

    private static string PathFromHere(string path, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, path));
}
