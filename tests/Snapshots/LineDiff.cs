using System.Text;
using DiffPlex;
using DiffPlex.Model;

namespace Be.Snapshots;

/// <summary>The lines in which two texts differ, with + and -, and a few around them.</summary>
public static class LineDiff
{
    private const int Context = 2;

    /// <summary>Hunks are parted by a line with @@; line numbers are left out, so that a change above a hunk leaves it as it is.</summary>
    public static string Unified(string before, string after)
    {
        var lines = Lines(new Differ().CreateLineDiffs(before, after, ignoreWhitespace: false)).ToList();
        var text = new StringBuilder();
        var printed = -1;
        foreach (var i in Enumerable.Range(0, lines.Count).Where(i => IsNearChange(lines, i)))
        {
            if (i > printed + 1)
                text.Append("@@\n");
            text.Append(lines[i].Sign).Append(lines[i].Text).Append('\n');
            printed = i;
        }

        return text.ToString();
    }

    private static IEnumerable<(char Sign, string Text)> Lines(DiffResult diff)
    {
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            for (; at < block.DeleteStartA; at++)
                yield return (' ', diff.PiecesOld[at]);
            for (; at < block.DeleteStartA + block.DeleteCountA; at++)
                yield return ('-', diff.PiecesOld[at]);
            for (var i = 0; i < block.InsertCountB; i++)
                yield return ('+', diff.PiecesNew[block.InsertStartB + i]);
        }

        for (; at < diff.PiecesOld.Length; at++)
            yield return (' ', diff.PiecesOld[at]);
    }

    private static bool IsNearChange(List<(char Sign, string Text)> lines, int at) =>
        Enumerable.Range(at - Context, (2 * Context) + 1).Any(i => i >= 0 && i < lines.Count && lines[i].Sign != ' ');
}
