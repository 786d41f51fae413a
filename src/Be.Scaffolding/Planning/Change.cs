using System.Security.Cryptography;
using System.Text;

namespace Be.Scaffolding.Planning;

/// <summary>What happens to a file.</summary>
public enum ChangeKind
{
    /// <summary>It is new.</summary>
    Create,

    /// <summary>The file, untouched by the user, gets a new text.</summary>
    Update,

    /// <summary>The user's changes and be's go together.</summary>
    Merge,

    /// <summary>It goes.</summary>
    Delete,

    /// <summary>The user's changes and be's do not go together.</summary>
    Conflict,

    /// <summary>It stays as it is.</summary>
    Unchanged,
}

/// <summary>A planned change of one file. Texts are exact, line ends and byte order mark included.</summary>
/// <param name="Path">Relative to the solution's root, with forward slashes.</param>
/// <param name="Kind">What happens to it.</param>
/// <param name="Before">What the file held when the change was planned; null when there was none.</param>
/// <param name="After">What it will hold; null when it goes, and for a conflict.</param>
public sealed record Change(string Path, ChangeKind Kind, string? Before, string? After)
{
    /// <summary>What to know about it, in a few words; null when the kind says it all.</summary>
    public string? Note { get; init; }

    /// <summary>Both ways out of a conflict; null for every other kind.</summary>
    public Conflict? Conflict { get; init; }

    /// <summary>SHA-256 of <see cref="Before"/> as UTF-8, hexadecimal; null when there was no file.</summary>
    public string? BeforeHash => Before is null ? null : Hash(Before);

    /// <summary>Whether the file is the tool's own record (<c>.be/</c>), which is not printed.</summary>
    public bool IsHidden => Path.StartsWith(".be/", StringComparison.Ordinal);

    internal static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>Both ways out of a conflict.</summary>
/// <param name="Merged">Both sides between diff3 markers: <c>--merge</c>.</param>
/// <param name="Forced">The tool's side: <c>--force</c>.</param>
public sealed record Conflict(string Merged, string Forced);

/// <summary>What is done about conflicts.</summary>
public enum OnConflict
{
    /// <summary>Nothing is written.</summary>
    Refuse,

    /// <summary>Both sides are written between diff3 markers.</summary>
    Merge,

    /// <summary>The tool's side is written.</summary>
    Force,
}
