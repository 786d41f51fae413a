using Be.Scaffolding.Planning;

namespace Be.Scaffolding.Writing;

/// <summary>Nothing may have changed on disk since the plan was made.</summary>
internal static class DiskCheck
{
    /// <exception cref="UserError">A file is not as it was.</exception>
    public static void Run(IEnumerable<Change> changes, SafePaths paths)
    {
        foreach (var change in changes)
        {
            var file = paths.Resolve(change.Path);
            if (Directory.Exists(file))
                throw new UserError($"{change.Path} is a folder, and a file has to stand there.", "Move the folder away.");
            if (Hash(file) != change.BeforeHash)
                throw new UserError($"{change.Path} was changed while be was at work. Nothing was written.", "Run the same command again.");
        }
    }

    /// <summary>SHA-256 of a file, hexadecimal; null when there is none.</summary>
    public static string? Hash(string file) =>
        File.Exists(file) ? Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))) : null;
}
