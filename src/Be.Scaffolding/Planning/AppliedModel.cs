using Be.Scaffolding.Json;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Planning;

/// <summary>The model as last applied: what the files on disk come from.</summary>
internal static class AppliedModel
{
    public const string Path = ".be/applied.json";

    /// <summary>The model; null when none was applied yet.</summary>
    public static Solution? Read(string root) => DiskText.Read(root, Path) is { } disk ? new BeJsonReader(Path).Read(disk.Text) : null;
}
