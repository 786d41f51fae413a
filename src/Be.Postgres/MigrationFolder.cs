using System.Globalization;
using System.Text.RegularExpressions;
using Acme.Platform.Migrations;
using Be.Scaffolding;

namespace Be.Postgres;

/// <summary>The <c>migrations</c> folder of a solution, as a place for new files.</summary>
public static partial class MigrationFolder
{
    /// <summary>The folder's name in a solution's root.</summary>
    public const string Name = "migrations";

    private const string VersionFormat = "yyyyMMddHHmmss";

    private const string Skeleton =
        """
        -- migrate:up
        set local lock_timeout = '2s';
        set local statement_timeout = '15s';


        -- migrate:down
        set local lock_timeout = '2s';
        set local statement_timeout = '15s';


        """;

    /// <summary>Writes a migration with an empty up and down part.</summary>
    /// <param name="root">The solution's root.</param>
    /// <param name="name">What the migration does: <c>add_order_notes</c>, <c>"Add order notes"</c> or <c>AddOrderNotes</c>.</param>
    /// <param name="now">The time of the version, unless a file has a later one.</param>
    /// <returns>The file's path, relative to the root.</returns>
    public static string Add(string root, string name, DateTimeOffset now)
    {
        var (path, text) = Plan(root, name, now);
        var target = Path.Combine(root, path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using var file = new StreamWriter(target, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write });
            file.Write(text);
            return path;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{path} cannot be written: {refused.Message}", "Make the folder writable, or move what is in the way.");
        }
    }

    /// <summary>What <see cref="Add"/> would write, with forward slashes in the path.</summary>
    public static (string Path, string Text) Plan(string root, string name, DateTimeOffset now)
    {
        var path = $"{Name}/{NextVersion(root, now)}_{SnakeCase(name)}.sql";
        return (path, Skeleton.ReplaceLineEndings("\n"));
    }

    /// <summary>The later of now and one second after the newest migration.</summary>
    public static string NextVersion(string root, DateTimeOffset now)
    {
        var folder = Path.Combine(root, Name);
        var versions = Directory.Exists(folder) ? Versions(folder) : [];
        var next = versions.Select(version => version.AddSeconds(1)).Append(now.UtcDateTime).Max();
        return next.ToString(VersionFormat, CultureInfo.InvariantCulture);
    }

    private static IEnumerable<DateTime> Versions(string folder)
    {
        foreach (var file in FilesIn(folder))
        {
            if (DateTime.TryParseExact(file.Version, VersionFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
                yield return time;
        }
    }

    private static IReadOnlyList<MigrationFile> FilesIn(string folder)
    {
        try
        {
            return MigrationFile.InFolder(folder);
        }
        catch (MigrationException unreadable)
        {
            throw DatabaseFailure.Explain(unreadable);
        }
    }

    private static string SnakeCase(string name)
    {
        var words = Words().Matches(name).Select(word => word.Value.ToLowerInvariant());
        var snake = string.Join('_', words);
        return Allowed().IsMatch(name) && snake.Length is > 0 and <= 100
            ? snake
            : throw UserError.InArguments(
                $"'{name}' is not a name for a migration: letters a to z, digits, spaces, '-' and '_', at most 100 of them, a letter first.",
                "be migration add add_order_notes");
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9 _-]*$")]
    private static partial Regex Allowed();

    [GeneratedRegex("[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*|[0-9]+")]
    private static partial Regex Words();
}
