using System.Text;
using System.Text.RegularExpressions;

namespace Acme.Platform.Migrations;

/// <summary>A file <c>&lt;version&gt;_&lt;what&gt;.sql</c> of the migrations folder.</summary>
/// <param name="Version">The digits that the name starts with; what <c>schema_migrations</c> holds.</param>
/// <param name="Name">The file's name, without its folder.</param>
/// <param name="Path">Where it is.</param>
public sealed partial record MigrationFile(string Version, string Name, string Path)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The migrations of a folder in the order in which they run: by name, as dbmate has it.</summary>
    /// <exception cref="MigrationException">The folder is missing, a name has no version, or two files share one.</exception>
    public static IReadOnlyList<MigrationFile> InFolder(string folder)
    {
        if (!Directory.Exists(folder))
            throw new MigrationException($"there is no folder {folder}", "Name the folder that holds the migrations, or make it.");

        var files = Directory.EnumerateFiles(folder)
            .Where(path => path.EndsWith(".sql", StringComparison.OrdinalIgnoreCase))
            .Select(At)
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .ToList();

        var twice = files.GroupBy(file => file.Version).FirstOrDefault(same => same.Count() > 1)?.ToList();
        if (twice is not null)
            throw MigrationException.In(
                twice[1].Name, $"has the same version as {twice[0].Name}", "Rename one of them: each version may be used once.");

        return files;
    }

    /// <summary>Reads the file's statements.</summary>
    /// <exception cref="MigrationException">The file is not in dbmate's format, or a comment, string or name in it has no end.</exception>
    public MigrationScript Read()
    {
        try
        {
            return MigrationScript.Parse(Name, Text(StrictUtf8));
        }
        catch (DecoderFallbackException invalid)
        {
            throw new MigrationException("is not UTF-8 text", "Save it as UTF-8.", invalid) { File = Name };
        }
    }

    /// <summary>What tells whether the file was edited, of a text that need not be in order.</summary>
    internal string Hash() => MigrationHash.Of(Text(Encoding.UTF8));

    private string Text(Encoding encoding)
    {
        try
        {
            return File.ReadAllText(Path, encoding);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new MigrationException($"cannot be read: {unreadable.Message}", "Check that it is there and may be read.", unreadable)
            {
                File = Name,
            };
        }
    }

    private static MigrationFile At(string path)
    {
        var name = System.IO.Path.GetFileName(path);
        var match = FileName().Match(name);
        return match.Success
            ? new MigrationFile(match.Groups["version"].Value, name, path)
            : throw MigrationException.In(
                name,
                "the name of a migration is its version, an underscore and what it does",
                "Rename it, for example to 20260131120000_add_orders.sql.");
    }

    [GeneratedRegex(@"^(?<version>[0-9]+).*\.sql$", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex FileName();
}
