using System.Text;
using Be.Scaffolding.Planning;
using Be.Scaffolding.Writing;

namespace Be.Scaffolding.Tests.Writing;

/// <summary>What the sample changes leave on disk.</summary>
internal static class SampleTrees
{
    public static string Before { get; } = TreeOf(_ => { });

    public static string After { get; } = TreeOf(folder => ChangeWriter.Write(folder.Path, SampleChanges.All, OnConflict.Refuse));

    /// <summary>Every folder, and every file with its text.</summary>
    public static string Of(string folder)
    {
        var tree = new StringBuilder();
        foreach (var entry in Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            tree.Append(Path.GetRelativePath(folder, entry))
                .Append(": ")
                .AppendLine(File.Exists(entry) ? File.ReadAllText(entry).TrimEnd() : "");
        return tree.ToString();
    }

    private static string TreeOf(Action<TemporaryFolder> change)
    {
        using var folder = new TemporaryFolder();
        SampleChanges.Prepare(folder);
        change(folder);
        return Of(folder.Path);
    }
}
