using Be.Scaffolding.Planning;
using Be.Scaffolding.Writing;

namespace Be.Scaffolding.Tests.Writing;

public sealed class ApplyingAChangeSet : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ApplyingAChangeSet() => SampleChanges.Prepare(_folder);

    [Fact]
    public void WritesEveryChangeAndLeavesNoTrace()
    {
        Write([.. SampleChanges.All.Changes]);

        Assert.Equal(
            """
            .be: 
            .be/base: 
            .be/base/src: 
            .be/base/src/new: 
            .be/base/src/new/deep: 
            .be/base/src/new/deep/created.txt: new
            .be/be.schema.json: {}
            be.json: after
            src: 
            src/merged.txt: mine and new
            src/new: 
            src/new/deep: 
            src/new/deep/created.txt: new
            src/same.txt: same

            """,
            SampleTrees.Of(_folder.Path)
        );
    }

    [Fact]
    public void LeavesNoTraceWhenThereIsNothingToDo()
    {
        Write(new Change("src/same.txt", ChangeKind.Unchanged, "same\n", "same\n"));

        Assert.Equal(SampleTrees.Before, SampleTrees.Of(_folder.Path));
    }

    [Fact]
    public void WritesUtf8WithoutAByteOrderMark()
    {
        Write(new Change("new.txt", ChangeKind.Create, null, "ü\n"));

        Assert.Equal([0xC3, 0xBC, 0x0A], File.ReadAllBytes(_folder["new.txt"]));
    }

    [Fact]
    public void KeepsThePermissionsOfAFile()
    {
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        File.SetUnixFileMode(_folder["src/merged.txt"], mode);

        Write([.. SampleChanges.All.Changes]);

        Assert.Equal(mode, File.GetUnixFileMode(_folder["src/merged.txt"]));
    }

    [Theory]
    [InlineData("be.json")]
    [InlineData("src/deleted.txt")]
    [InlineData("src/new/deep/created.txt")]
    public void NoticesAFileThatWasChangedSinceThePlan(string path)
    {
        _folder.Write(path, "changed since\n");
        var tree = SampleTrees.Of(_folder.Path);

        var error = Assert.Throws<UserError>(() => Write([.. SampleChanges.All.Changes]));

        Assert.Equal($"{path} was changed while be was at work. Nothing was written.", error.Problem);
        Assert.Equal("Run the same command again.", error.Remedy);
        Assert.Equal(tree, SampleTrees.Of(_folder.Path));
    }

    [Fact]
    public void NoticesAFileThatWasDeletedSinceThePlan()
    {
        File.Delete(_folder["be.json"]);

        Assert.StartsWith(
            "be.json was changed while be was at work.",
            Assert.Throws<UserError>(() => Write([.. SampleChanges.All.Changes])).Problem,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void RefusesAFolderInPlaceOfAFile()
    {
        Directory.CreateDirectory(_folder["new.txt"]);

        AssertRefused("new.txt", "new.txt is a folder, and a file has to stand there.");
    }

    [Fact]
    public void RefusesAFileInPlaceOfAFolder() => AssertRefused("be.json/new.txt", "be.json is a file, and a folder has to stand there.");

    [Fact]
    public void LetsOnlyOneRunWrite()
    {
        using (SolutionLock.Take(_folder.Path, new Disk(null)))
            AssertRefused("new.txt", "Another run of be is at work in this solution.");

        Write(new Change("new.txt", ChangeKind.Create, null, "new\n"));

        Assert.True(_folder.Has("new.txt"));
    }

    [Fact]
    public void IsNotHeldUpByTheLockOfAProcessThatDied()
    {
        _folder.Write(".be/lock", "");

        Write(new Change("new.txt", ChangeKind.Create, null, "new\n"));

        Assert.False(_folder.Has(".be/lock"));
    }

    public void Dispose() => _folder.Dispose();

    private void Write(params Change[] changes) => ChangeWriter.Write(_folder.Path, new ChangeSet([.. changes]), OnConflict.Refuse);

    private void AssertRefused(string path, string problem)
    {
        var error = Assert.Throws<UserError>(() =>
            Write(new Change("be.json", ChangeKind.Update, "before\n", "after\n"), new Change(path, ChangeKind.Create, null, "new\n"))
        );

        Assert.Equal((problem, 1), (error.Problem, error.ExitCode));
        Assert.Equal("before\n", _folder.Read("be.json"));
    }
}
