using System.Text.Json;

namespace Be.Scaffolding.Writing;

/// <summary>Ends what a killed run began: forward where its files are as it left them, else back.</summary>
internal sealed class Recovery(string root, Disk disk)
{
    private readonly Staging _staging = new(root);
    private readonly SafePaths _paths = new(root);

    private string ByHand => $"Save what you need from {_staging.Folder}, delete that folder, and see git status.";

    /// <exception cref="UserError">Files were changed since, so that neither is possible.</exception>
    public void Run()
    {
        if (!Directory.Exists(_staging.Folder))
            return;
        if (File.Exists(_staging.Journal))
        {
            End(Read());
            disk.Delete(_staging.Journal);
        }
        disk.DeleteFolder(_staging.Folder);
    }

    private void End(Journal journal)
    {
        var renames = new Renames(_staging, disk, _paths);
        try
        {
            if (FirstObstacle(journal, CanGoForward) is null)
                renames.Forward(journal);
            else if (FirstObstacle(journal, CanGoBack) is not { } obstacle)
                renames.Back(journal);
            else
                throw new UserError($"A run of be was interrupted, and {obstacle} was changed since.", ByHand);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError(
                $"A run of be was interrupted and cannot be ended: {e.Message}",
                "See to it that be may write there, then run the same command again."
            );
        }
    }

    private static string? FirstObstacle(Journal journal, Func<JournalEntry, int, bool> isFree) =>
        journal.Entries.Index().FirstOrDefault(pair => !isFree(pair.Item, pair.Index)).Item?.Path;

    /// <summary>What is still to be replaced is as it was, and the new text is whole.</summary>
    private bool CanGoForward(JournalEntry entry, int i)
    {
        var (file, isKept) = (_paths.Resolve(entry.Path), File.Exists(_staging.Old(i)));
        if (entry.After is null)
            return isKept || DiskCheck.Hash(file) == entry.Before;
        if (!File.Exists(_staging.New(i)))
            return isKept || entry.Before is null;
        return DiskCheck.Hash(file) == (isKept ? null : entry.Before) && DiskCheck.Hash(_staging.New(i)) == entry.After;
    }

    /// <summary>What was replaced is as it was written.</summary>
    private bool CanGoBack(JournalEntry entry, int i)
    {
        var file = _paths.Resolve(entry.Path);
        if (entry.After is not null && !File.Exists(_staging.New(i)))
            return DiskCheck.Hash(file) == entry.After;
        return !File.Exists(_staging.Old(i)) || !File.Exists(file);
    }

    private Journal Read()
    {
        try
        {
            return Journal.Parse(File.ReadAllText(_staging.Journal));
        }
        catch (JsonException)
        {
            throw new UserError($"{_staging.Journal} is damaged.", ByHand);
        }
    }
}
