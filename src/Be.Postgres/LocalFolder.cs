using System.Security.Cryptography;
using System.Text;
using Be.Scaffolding;

namespace Be.Postgres;

/// <summary>The folder of a solution for what belongs to one machine only. Git does not see it.</summary>
internal static class LocalFolder
{
    /// <summary>Relative to the solution's root.</summary>
    public const string Name = ".be/local";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static string Of(string root) => Path.Combine(Path.GetFullPath(root), Name);

    /// <summary>The same for a solution's root each time, and other for each root.</summary>
    public static string Identity(string root)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..12];
    }

    /// <summary>Waits until no other command works in the folder. The operating system ends the turn of a process that dies.</summary>
    public static async Task<FileStream> TakeTurnAsync(string root, CancellationToken cancellationToken)
    {
        var folder = Of(root);
        Directory.CreateDirectory(folder);
        var ignore = Path.Combine(folder, ".gitignore");
        if (!File.Exists(ignore))
            await File.WriteAllTextAsync(ignore, "*\n", cancellationToken);

        for (var deadline = DateTime.UtcNow + Patience; ; await Task.Delay(100, cancellationToken))
        {
            try
            {
                return new FileStream(Path.Combine(folder, "turn"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (DateTime.UtcNow < deadline)
            {
                // Another command has its turn.
            }
        }
    }
}
