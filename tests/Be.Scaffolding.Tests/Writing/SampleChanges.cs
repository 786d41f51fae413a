using Be.Scaffolding.Planning;

namespace Be.Scaffolding.Tests.Writing;

/// <summary>A small solution, and a change set with each kind of change.</summary>
internal static class SampleChanges
{
    public static ChangeSet All { get; } =
        new([
            new Change(".be/base/src/new/deep/created.txt", ChangeKind.Create, null, "new\n"),
            new Change("be.json", ChangeKind.Update, "before\n", "after\n"),
            new Change("src/deleted.txt", ChangeKind.Delete, "goes\n", null),
            new Change("src/merged.txt", ChangeKind.Merge, "mine\n", "mine and new\n"),
            new Change("src/new/deep/created.txt", ChangeKind.Create, null, "new\n"),
            new Change("src/same.txt", ChangeKind.Unchanged, "same\n", "same\n"),
        ]);

    public static ChangeSet OneOfEach { get; } =
        new([.. All.Changes.Where(change => change.Path is "be.json" or "src/deleted.txt" or "src/new/deep/created.txt")]);

    public static void Prepare(TemporaryFolder folder) => Prepare(folder.Path);

    public static void Prepare(string folder)
    {
        Write(folder, ".be/be.schema.json", "{}");
        foreach (var change in All.Changes.Where(change => change.Before is not null))
            Write(folder, change.Path, change.Before!);
    }

    private static void Write(string folder, string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
        File.WriteAllText(Path.Combine(folder, path), text);
    }
}
