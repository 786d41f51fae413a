using Be.Scaffolding.Rendering;

namespace Be.Scaffolding.Planning;

/// <summary>Plans what happens to one file of the model, from its text before, its text now, and what is on disk.</summary>
/// <param name="root">The solution's root.</param>
internal sealed class FilePlan(string root)
{
    private const string BaseFolder = ".be/base/";
    private const string Deleted = "you deleted it, so it stays away";
    private const string Kept = "no longer be's; you changed it, so it stays";

    /// <summary>The change of the file, and that of its base; none when its text is what it was before, and the tool's own file is still so on disk.</summary>
    public IEnumerable<Change> Of(SliceFile? before, SliceFile after)
    {
        var isAsBefore = before?.Source == after.Source;
        if (isAsBefore && after.Kind == FileKind.Yours)
            return [];
        var disk = DiskText.Read(root, after.Path);
        var written = DiskText.Read(root, BaseFolder + after.Path);
        var text = after.Render();
        var change = Decide(after, text, disk, () => written?.Text ?? before?.Render());
        if (change.Kind == ChangeKind.Unchanged && (isAsBefore || before?.Render() == text))
            return [];
        var leaves = change.Note == Deleted || written?.Text == text;
        return leaves ? [change] : [change, BaseOf(after.Path, written, text)];
    }

    /// <summary>The change of a file of the base. The tool keeps no text of those: the template gives them again.</summary>
    /// <param name="path">The file.</param>
    /// <param name="before">What the template gave; null when it gave no such file.</param>
    /// <param name="after">What it gives now.</param>
    public Change OfBase(string path, string? before, string after) =>
        Decide(new SliceFile(path, FileKind.Yours, after, () => after), after, DiskText.Read(root, path), () => before);

    /// <summary>The end of a file that the model no longer gives: it goes, unless the user made it theirs.</summary>
    public IEnumerable<Change> End(SliceFile before)
    {
        var written = DiskText.Read(root, BaseFolder + before.Path);
        if (written is not null)
            yield return new Change(BaseFolder + before.Path, ChangeKind.Delete, written.Exact, null);
        if (DiskText.Read(root, before.Path) is not { } disk)
            yield break;
        yield return disk.Text == (written?.Text ?? before.Render())
            ? new Change(before.Path, ChangeKind.Delete, disk.Exact, null)
            : new Change(before.Path, ChangeKind.Unchanged, disk.Exact, disk.Exact) { Note = Kept };
    }

    private static Change Decide(SliceFile file, string text, DiskText? disk, Func<string?> original)
    {
        if (disk is null)
        {
            return file.Kind == FileKind.Owned || original() is null
                ? new Change(file.Path, ChangeKind.Create, null, text)
                : new Change(file.Path, ChangeKind.Unchanged, null, null) { Note = Deleted };
        }
        if (disk.Text == text)
            return new Change(file.Path, ChangeKind.Unchanged, disk.Exact, disk.Exact);
        if (original() is not { } known)
            return InConflict(file, text, disk, ThreeWayMerge.Merge(disk.Text, "", text), "there is a file in the way");
        if (disk.Text == known)
            return new Change(file.Path, ChangeKind.Update, disk.Exact, disk.Like(text));
        var merged = ThreeWayMerge.Merge(disk.Text, known, text);
        if (file.Kind == FileKind.Owned)
            return InConflict(file, text, disk, merged, "be keeps this file, and it was edited");
        if (!merged.IsClean)
            return InConflict(file, text, disk, merged, "your changes and be's touch the same lines");
        return merged.Text == disk.Text
            ? new Change(file.Path, ChangeKind.Unchanged, disk.Exact, disk.Exact)
            : new Change(file.Path, ChangeKind.Merge, disk.Exact, disk.Like(merged.Text));
    }

    private static Change InConflict(SliceFile file, string text, DiskText disk, Merged merged, string why) =>
        new(file.Path, ChangeKind.Conflict, disk.Exact, null)
        {
            Note = why,
            Conflict = new Conflict(disk.Like(merged.Text), disk.Like(text)),
        };

    private static Change BaseOf(string path, DiskText? written, string text) =>
        new(BaseFolder + path, written is null ? ChangeKind.Create : ChangeKind.Update, written?.Exact, text);
}
