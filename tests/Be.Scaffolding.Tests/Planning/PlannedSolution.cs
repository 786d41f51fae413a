using Be.Scaffolding.Model;
using Be.Scaffolding.Planning;
using Be.Scaffolding.Writing;

namespace Be.Scaffolding.Tests.Planning;

/// <summary>A solution on disk, planned and written with the templates that the tool carries.</summary>
internal sealed class PlannedSolution : IDisposable
{
    public TemporaryFolder Folder { get; } = new();

    public void Dispose() => Folder.Dispose();

    /// <returns>What it changes, as users see it.</returns>
    public IReadOnlyList<Change> Apply(Solution after)
    {
        var changes = new Scaffolder().Plan(Folder.Path, after, DateTimeOffset.UtcNow);
        ChangeWriter.Write(Folder.Path, changes, OnConflict.Refuse);
        return [.. changes.Visible];
    }

    /// <summary>The migration of that name, whatever its version is.</summary>
    public string Migration(string name) => File.ReadAllText(Directory.GetFiles(Folder["migrations"], $"*_{name}.sql").Single());
}
