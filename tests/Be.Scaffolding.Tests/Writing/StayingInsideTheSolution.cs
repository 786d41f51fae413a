using Be.Scaffolding.Planning;
using Be.Scaffolding.Writing;

namespace Be.Scaffolding.Tests.Writing;

public sealed class StayingInsideTheSolution : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _outside = new();

    [Theory]
    [InlineData("../new.txt")]
    [InlineData("src/../../new.txt")]
    [InlineData("/tmp/new.txt")]
    [InlineData("src//new.txt")]
    [InlineData("./new.txt")]
    [InlineData("..\\new.txt")]
    [InlineData("new\n.txt")]
    public void RefusesAPathThatLeadsOut(string path) => AssertRefused(path);

    [Fact]
    public void RefusesAFolderThatIsALinkOut()
    {
        Directory.CreateSymbolicLink(_folder["src"], _outside.Path);

        AssertRefused("src/deep/new.txt");
        Assert.Empty(Directory.GetFileSystemEntries(_outside.Path));
    }

    [Fact]
    public void RefusesAFileThatIsALinkOut()
    {
        _outside.Write("target.txt", "theirs\n");
        File.CreateSymbolicLink(_folder["link.txt"], _outside["target.txt"]);

        Assert.Equal(
            "link.txt lies outside of the solution.",
            Assert.Throws<UserError>(() => Write(new Change("link.txt", ChangeKind.Update, "theirs\n", "ours\n"))).Problem
        );
        Assert.Equal("theirs\n", _outside.Read("target.txt"));
    }

    [Fact]
    public void RefusesALinkThatLeadsNowhere()
    {
        File.CreateSymbolicLink(_folder["link.txt"], _outside["not-there.txt"]);

        AssertRefused("link.txt");
    }

    [Fact]
    public void RefusesItsOwnFolderWhenThatIsALinkOut()
    {
        Directory.CreateSymbolicLink(_folder[".be"], _outside.Path);

        Assert.Equal(
            ".be lies outside of the solution.",
            Assert.Throws<UserError>(() => Write(new Change("new.txt", ChangeKind.Create, null, "new\n"))).Problem
        );
    }

    [Fact]
    public void FollowsALinkThatStaysInside()
    {
        _folder.Write("real/old.txt", "old\n");
        Directory.CreateSymbolicLink(_folder["link"], _folder["real"]);

        Write(new Change("link/old.txt", ChangeKind.Update, "old\n", "new\n"));

        Assert.Equal("new\n", _folder.Read("real/old.txt"));
        Assert.NotNull(new DirectoryInfo(_folder["link"]).LinkTarget);
    }

    [Fact]
    public void WorksInARootThatIsALinkItself()
    {
        var link = _outside["solution"];
        Directory.CreateSymbolicLink(link, _folder.Path);

        ChangeWriter.Write(link, new ChangeSet([new Change("src/new.txt", ChangeKind.Create, null, "new\n")]), OnConflict.Refuse);

        Assert.Equal("new\n", _folder.Read("src/new.txt"));
    }

    public void Dispose()
    {
        _folder.Dispose();
        _outside.Dispose();
    }

    private void Write(Change change) => ChangeWriter.Write(_folder.Path, new ChangeSet([change]), OnConflict.Refuse);

    private void AssertRefused(string path)
    {
        var error = Assert.Throws<UserError>(() => Write(new Change(path, ChangeKind.Create, null, "new\n")));

        Assert.Equal($"{path} lies outside of the solution.", error.Problem);
    }
}
