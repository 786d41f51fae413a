using Be.Cli.Output;

namespace Be.Cli.Tests;

public sealed class ShowingADiff : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string?, string?> Changes =>
        new()
        {
            { "a\nb\nc\n", "a\nB\nc\n" },
            { null, "new\nfile\n" },
            { "old\nfile\n", null },
            { "a\nb", "a\nb\n" },
            { "a\nb\n", "a\nb" },
            { "a\r\nb\r\n", "a\r\nb\r\nc\r\n" },
            { Numbers(1, 40), Numbers(1, 40).Replace("\n3\n", "\nthree\n").Replace("\n30\n", "\n") },
            { Numbers(1, 40), Numbers(5, 44) },
            { "", "first\n" },
        };

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task GivesWhatGitApplyReads(string? before, string? after)
    {
        if (before is not null)
            File.WriteAllText(folder.File("file.txt"), before);
        File.WriteAllText(folder.File("change.diff"), UnifiedDiff.Of("file.txt", before, after));

        (await Be.RunAsync("git", folder.Path, ["apply", "change.diff"])).Exits(0);

        Assert.Equal(after, File.Exists(folder.File("file.txt")) ? File.ReadAllText(folder.File("file.txt")) : null);
    }

    [Fact]
    public void KeepsThreeLinesAroundAChange() =>
        Assert.Equal(
            """
            --- a/x
            +++ b/x
            @@ -17,7 +17,7 @@
             17
             18
             19
            -20
            +twenty
             21
             22
             23

            """,
            UnifiedDiff.Of("x", Numbers(1, 40), Numbers(1, 40).Replace("\n20\n", "\ntwenty\n"))
        );

    private static string Numbers(int from, int to) => string.Concat(Enumerable.Range(from, to - from + 1).Select(n => $"{n}\n"));
}
