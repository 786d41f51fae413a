namespace Be.Scaffolding.Planning;

/// <summary>What an option adds to the base of a solution: the files that the template gives without it and with it, by their paths.</summary>
/// <param name="Without">With the option off, and all others as the solution has them.</param>
/// <param name="With">With the option on.</param>
public sealed record BaseDifference(IReadOnlyDictionary<string, string> Without, IReadOnlyDictionary<string, string> With)
{
    // git ignores it: what is in it cannot be had back.
    private const string Secrets = ".env";

    private const string Kept = "it holds your secrets, so it stays";

    internal IEnumerable<Change> Plan(string root)
    {
        var plan = new FilePlan(root);
        foreach (var (path, text) in With)
        {
            var before = Without.GetValueOrDefault(path);
            var after = before is null ? text : RandomValues.Keep(before, text);
            if (after == before)
                continue;
            yield return path == Secrets && DiskText.Read(root, path) is { } disk
                ? new Change(path, ChangeKind.Unchanged, disk.Exact, disk.Exact) { Note = Kept }
                : plan.OfBase(path, before, after);
        }
    }
}
