using System.Globalization;
using Be.Scaffolding.Rendering.Migrations;

namespace Be.Scaffolding.Planning;

/// <summary>Gives migrations their versions.</summary>
/// <param name="root">The solution's root.</param>
/// <param name="folder">The folder of the migrations, relative to it.</param>
/// <param name="now">The clock.</param>
public sealed class MigrationPlan(string root, string folder, DateTimeOffset now)
{
    private const string VersionFormat = "yyyyMMddHHmmss";

    private readonly string[] _files = Directory.Exists(Path.Combine(root, folder))
        ? [.. Directory.GetFiles(Path.Combine(root, folder), "*.sql").Select(file => Path.GetFileName(file)!)]
        : [];

    private readonly WaitingMigrations _waiting = new(root, folder);

    /// <summary>A file for each migration: the later of now and one second after the newest, then a second apart. Each names the one before it.</summary>
    /// <exception cref="UserError">A migration that waits is about the same as one of these.</exception>
    public IEnumerable<Change> Of(IEnumerable<MigrationFile> migrations)
    {
        var time = First();
        var newest = Predecessor.Newest(_files);
        foreach (var migration in migrations)
        {
            _waiting.Refuse(migration);
            var version = time.ToString(VersionFormat, CultureInfo.InvariantCulture);
            var name = $"{version}_{migration.Name}.sql";
            time = time.AddSeconds(1);
            if (migration.IsLater)
            {
                yield return new Change($"{_waiting.Folder}/{name}", ChangeKind.Create, null, migration.Text);
                continue;
            }
            var text = newest is null ? migration.Text : $"{Predecessor.Line(newest)}\n{migration.Text}";
            yield return new Change($"{folder}/{name}", ChangeKind.Create, null, text);
            newest = version;
        }
    }

    /// <summary>The migrations that wait get versions, in the order in which they were made, and go to the others.</summary>
    public IEnumerable<Change> Release()
    {
        var waiting = _waiting.Files.Select(path => (Path: path, Text: DiskText.Read(root, path)!)).ToList();
        var released = Of(waiting.Select(one => new MigrationFile(NameOf(one.Path), one.Text.Exact, folder)));
        return [.. released, .. waiting.Select(one => new Change(one.Path, ChangeKind.Delete, one.Text.Exact, null))];
    }

    /// <summary>Whether this very migration is there already, whatever its version.</summary>
    public bool Has(MigrationFile migration) =>
        Named(migration.Name)
            .Any(file => DiskText.Read(root, $"{folder}/{file}") is { } disk && Predecessor.TextUnder(disk.Text) == migration.Text);

    /// <summary>Whether a migration is called so, whatever its version and its text.</summary>
    internal bool HasOneNamed(string name) => Named(name).Any();

    private IEnumerable<string> Named(string name) =>
        _files.Where(file => VersionOf(file) is not null && file[(file.IndexOf('_') + 1)..] == $"{name}.sql");

    private DateTime First()
    {
        var clock = now.UtcDateTime;
        var second = new DateTime(clock.Year, clock.Month, clock.Day, clock.Hour, clock.Minute, clock.Second, DateTimeKind.Utc);
        return
            _files.Concat(_waiting.Files.Select(path => Path.GetFileName(path))).Select(VersionOf).Max() is { } newest && newest >= second
            ? newest.AddSeconds(1)
            : second;
    }

    private static string NameOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return VersionOf(name) is null ? name : name[(name.IndexOf('_', StringComparison.Ordinal) + 1)..];
    }

    private static DateTime? VersionOf(string file) =>
        DateTime.TryParseExact(file.Split('_')[0], VersionFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var version)
            ? version
            : null;
}
