using System.Collections.Immutable;
using Be.Scaffolding.Planning;

namespace Be.Scaffolding.Writing;

/// <summary>Stages the changes, writes the journal, renames. An error on the way takes everything back.</summary>
internal sealed class Transaction(string root, Disk disk, SafePaths paths)
{
    private readonly Staging _staging = new(root);

    public void Run(IReadOnlyList<Change> changes)
    {
        var journal = new Journal(MissingFolders(changes), [.. changes.Select(Entry)]);
        Stage(changes, journal);
        var renames = new Renames(_staging, disk, paths);
        try
        {
            renames.Forward(journal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var failure = WriteFailure.Of(renames.At, e);
            TakeBack(renames, journal, failure);
            throw failure;
        }
        End();
    }

    /// <summary>Where this fails too, the journal stays and the next run tries again.</summary>
    private void TakeBack(Renames renames, Journal journal, UserError failure)
    {
        try
        {
            renames.Back(journal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError(
                $"{renames.At} can neither be written nor put back: {e.Message}",
                $"{failure.Remedy} Until then the solution is half changed."
            );
        }
        End();
    }

    private void End()
    {
        try
        {
            disk.Delete(_staging.Journal);
            disk.DeleteFolder(_staging.Folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError(
                $"All is done, but {_staging.Folder} cannot be deleted: {e.Message}",
                "See to it that be may write there; the next run deletes it."
            );
        }
    }

    /// <summary>
    /// Only the journal is flushed: the system writes renamed files out in its own time, and a flush for each would take
    /// milliseconds a file. Recovery compares hashes, so that a power cut that lost a staged text is noticed.
    /// </summary>
    private void Stage(IReadOnlyList<Change> changes, Journal journal)
    {
        var at = ".be/staging";
        try
        {
            disk.CreateFolder(_staging.Folder);
            for (var i = 0; i < changes.Count; i++)
            {
                at = changes[i].Path;
                if (changes[i].After is { } text)
                    disk.Write(_staging.New(i), text, ModeOf(paths.Resolve(at)));
            }
            disk.Write(_staging.Journal + ".new", journal.ToString(), toDisk: true);
            disk.Move(_staging.Journal + ".new", _staging.Journal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (Directory.Exists(_staging.Folder))
                disk.DeleteFolder(_staging.Folder);
            throw WriteFailure.Of(at, e);
        }
    }

    private static UnixFileMode? ModeOf(string file) =>
        !OperatingSystem.IsWindows() && File.Exists(file) ? File.GetUnixFileMode(file) : null;

    private static JournalEntry Entry(Change change) =>
        new(change.Path, change.BeforeHash, change.After is null ? null : Change.Hash(change.After));

    private ImmutableArray<string> MissingFolders(IEnumerable<Change> changes)
    {
        var folders = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in changes.Where(change => change.After is not null).Select(change => change.Path))
        {
            for (var folder = ParentOf(path); folder is not null && !folders.Contains(folder); folder = ParentOf(folder))
            {
                if (Directory.Exists(paths.Resolve(folder)))
                    break;
                folders.Add(folder);
            }
        }
        return [.. folders];
    }

    private static string? ParentOf(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : null;
}
