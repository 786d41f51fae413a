namespace Be.Scaffolding.Writing;

/// <summary>
/// The renames of a transaction, in either direction. A file that is replaced is kept first, then the new one takes its place; each step
/// is found done or not done by what is in the staging folder, so that both directions can be taken up at any point.
/// </summary>
internal sealed class Renames(Staging staging, Disk disk, SafePaths paths)
{
    /// <summary>The path that is at work, for errors.</summary>
    public string At { get; private set; } = "";

    public void Forward(Journal journal)
    {
        foreach (var folder in journal.Folders)
        {
            At = folder;
            if (!Directory.Exists(paths.Resolve(folder)))
                disk.CreateFolder(paths.Resolve(folder));
        }
        for (var i = 0; i < journal.Entries.Length; i++)
        {
            var entry = journal.Entries[i];
            At = entry.Path;
            var file = paths.Resolve(entry.Path);
            var isDone = entry.After is not null && !File.Exists(staging.New(i));
            if (entry.Before is not null && !isDone && !File.Exists(staging.Old(i)))
                disk.Move(file, staging.Old(i));
            if (entry.After is not null && !isDone)
                disk.Move(staging.New(i), file);
        }
    }

    public void Back(Journal journal)
    {
        for (var i = journal.Entries.Length - 1; i >= 0; i--)
        {
            var entry = journal.Entries[i];
            var file = paths.Resolve(entry.Path);
            if (entry.After is not null && !File.Exists(staging.New(i)))
                disk.Move(file, staging.New(i));
            if (File.Exists(staging.Old(i)))
                disk.Move(staging.Old(i), file);
        }
        foreach (var folder in journal.Folders.Reverse().Select(paths.Resolve).Where(Directory.Exists))
            disk.DeleteIfEmpty(folder);
    }
}
