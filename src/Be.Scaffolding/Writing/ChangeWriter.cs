using Be.Scaffolding.Planning;

namespace Be.Scaffolding.Writing;

/// <summary>
/// Applies a change set: all of it or nothing. The only class that writes to a solution. New texts are staged under
/// <c>.be/staging/</c> and listed in a journal; from then on every step is a rename, which needs no space and can be taken back,
/// so that a run that was killed is finished by the next one.
/// </summary>
public static class ChangeWriter
{
    private const int MaxNamed = 5;

    /// <summary>Writes the changes.</summary>
    /// <param name="root">The solution's root.</param>
    /// <param name="changes">As planned.</param>
    /// <param name="onConflict">What is done about conflicts.</param>
    /// <exception cref="UserError">There are conflicts, or the disk is not as planned, or cannot be written. Nothing was changed.</exception>
    public static void Write(string root, ChangeSet changes, OnConflict onConflict) => Write(root, changes, onConflict, new Disk(null));

    /// <summary>Finishes or takes back what a killed run left behind. Call it before planning.</summary>
    /// <param name="root">The solution's root.</param>
    /// <exception cref="UserError">A file was changed since, so that neither is possible; or another run is at work.</exception>
    public static void Recover(string root) => Recover(root, new Disk(null));

    internal static void Recover(string root, Disk disk)
    {
        if (!Directory.Exists(Staging.FolderOf(root)) && !File.Exists(SolutionLock.PathOf(root)))
            return;
        using (SolutionLock.Take(root, disk))
            new Recovery(root, disk).Run();
    }

    internal static void Write(string root, ChangeSet changes, OnConflict onConflict, Disk disk)
    {
        if (onConflict == OnConflict.Refuse && changes.Conflicts.Any())
            throw InConflict(changes);
        var pending = changes.Decided(onConflict).Changes.Where(change => change.Kind != ChangeKind.Unchanged).ToList();
        if (pending.Count == 0)
            return;
        var paths = new SafePaths(root);
        foreach (var change in pending)
            paths.Resolve(change.Path);
        using (SolutionLock.Take(root, disk))
        {
            new Recovery(root, disk).Run();
            DiskCheck.Run(pending, paths);
            new Transaction(root, disk, paths).Run(pending);
        }
    }

    private static UserError InConflict(ChangeSet changes)
    {
        var conflicts = changes.Conflicts.Select(change => $"{change.Path} ({change.Note})").ToList();
        var more = conflicts.Count > MaxNamed ? $" and {conflicts.Count - MaxNamed} more" : "";
        return new UserError(
            $"Nothing was written, because of {string.Join(", ", conflicts.Take(MaxNamed))}{more}.",
            "Take --merge (both sides between markers) or --force (be's side), or take your changes back."
        );
    }
}
