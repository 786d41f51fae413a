using Xunit.Sdk;

namespace Be.Templates.Tests;

public sealed class AChangedTree : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("be-snapshot-").FullName;

    private string Verified => Path.Combine(folder, "Some.Test.verified.txt");

    private string Received => Path.Combine(folder, "Some.Test.received.txt");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void IsReceivedAndNeverVerifiedByATest()
    {
        Assert.Throws<XunitException>(() => Verify(("a.txt", "one\n")));

        Assert.Equal("━━━━━━━━ a.txt\none\n", File.ReadAllText(Received));
        Assert.False(File.Exists(Verified));
    }

    [Fact]
    public void PassesOnceItIsAccepted()
    {
        Assert.Throws<XunitException>(() => Verify(("b.txt", ""), ("a.txt", "one\n")));
        File.Move(Received, Verified);

        Verify(("a.txt", "one\n"), ("b.txt", ""));

        Assert.False(File.Exists(Received));
    }

    [Fact]
    public void ShowsWhichFilesAndLinesDiffer()
    {
        File.WriteAllText(Verified, TreeText.Write([("gone.txt", "x\n"), ("kept.txt", "x\n"), ("poem.txt", "1\n2\n3\n4\n5\n6\n")]));

        var failure = Assert.Throws<XunitException>(() =>
            Verify(("kept.txt", "x\n"), ("new.txt", "x\n"), ("poem.txt", "1\n2\n3\nfour\n5\n6\n"))
        );

        Assert.EndsWith(
            "added new.txt\nchanged poem.txt\n\nchanged poem.txt\n@@\n 2\n 3\n-4\n+four\n 5\n 6\n",
            failure.Message[failure.Message.IndexOf("added", StringComparison.Ordinal)..],
            StringComparison.Ordinal
        );
        Assert.Contains("removed gone.txt", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one\r\n", "one␍\n")]
    [InlineData("\uFEFFone\n", "␂one\n")]
    [InlineData("one", "one␄\n")]
    public void ShowsWhatAReaderWouldNotSee(string text, string visible)
    {
        Assert.Throws<XunitException>(() => Verify(("a.txt", text)));

        Assert.Equal("━━━━━━━━ a.txt\n" + visible, File.ReadAllText(Received));
    }

    private void Verify(params (string Path, string Text)[] files) =>
        TreeSnapshot.Verify(files, test: Path.Combine(folder, "Some.cs"), method: "Test");
}
