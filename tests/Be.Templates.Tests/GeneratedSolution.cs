namespace Be.Templates.Tests;

/// <summary>What a template gave.</summary>
public sealed class GeneratedSolution(string name, string root)
{
    /// <summary>As typed.</summary>
    public string Name { get; } = name;

    /// <summary>The folder.</summary>
    public string Root { get; } = root;

    /// <summary>Every file, with its path from the root and forward slashes.</summary>
    public IReadOnlyDictionary<string, string> Files { get; } =
        Directory
            .EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .ToDictionary(path => Path.GetRelativePath(root, path).Replace('\\', '/'), ReadExactly, StringComparer.Ordinal);

    // File.ReadAllText would drop a byte order mark, which must not be there.
    private static string ReadExactly(string path) => new System.Text.UTF8Encoding(false, true).GetString(File.ReadAllBytes(path));
}
