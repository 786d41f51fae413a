using System.Text;
using DiffPlex;
using DiffPlex.Model;

namespace Be.Cli.Output;

/// <summary>The difference of two texts as <c>git apply</c> and <c>patch</c> read it.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <param name="path">The file, with forward slashes.</param>
    /// <param name="before">Null when there is no such file yet.</param>
    /// <param name="after">Null when there is none any more.</param>
    public static string Of(string path, string? before, string? after)
    {
        var lines = Lines(new Differ().CreateCustomDiffs(before ?? "", after ?? "", ignoreWhiteSpace: false, Split));
        var text = new StringBuilder();
        text.Append($"--- {(before is null ? "/dev/null" : $"a/{path}")}\n");
        text.Append($"+++ {(after is null ? "/dev/null" : $"b/{path}")}\n");
        foreach (var (start, end) in Hunks(lines))
            Append(text, lines, start, end);
        return text.ToString();
    }

    /// <summary>Lines with their ends, so that a missing last line end is a difference.</summary>
    private static string[] Split(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start);
            var next = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..next]);
            start = next;
        }
        return [.. lines];
    }

    private static List<(char Sign, string Text)> Lines(DiffResult diff)
    {
        var lines = new List<(char, string)>();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            lines.AddRange(diff.PiecesOld[at..block.DeleteStartA].Select(line => (' ', line)));
            at = block.DeleteStartA + block.DeleteCountA;
            lines.AddRange(diff.PiecesOld[block.DeleteStartA..at].Select(line => ('-', line)));
            lines.AddRange(diff.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB).Select(line => ('+', line)));
        }
        lines.AddRange(diff.PiecesOld[at..].Select(line => (' ', line)));
        return lines;
    }

    /// <summary>Changes with their context; those whose contexts touch are one.</summary>
    private static List<(int Start, int End)> Hunks(List<(char Sign, string Text)> lines)
    {
        var hunks = new List<(int Start, int End)>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Sign == ' ')
                continue;
            var (start, end) = (Math.Max(0, i - Context), Math.Min(lines.Count, i + Context + 1));
            if (hunks.Count > 0 && hunks[^1].End >= start)
                hunks[^1] = (hunks[^1].Start, end);
            else
                hunks.Add((start, end));
        }
        return hunks;
    }

    private static void Append(StringBuilder text, List<(char Sign, string Text)> lines, int start, int end)
    {
        text.Append($"@@ -{Range(lines, start, end, '+')} +{Range(lines, start, end, '-')} @@\n");
        foreach (var (sign, line) in lines[start..end])
        {
            text.Append(sign).Append(line);
            if (!line.EndsWith('\n'))
                text.Append("\n\\ No newline at end of file\n");
        }
    }

    /// <summary>First line and count on the side that the other side's sign is not on.</summary>
    private static string Range(List<(char Sign, string Text)> lines, int start, int end, char otherSide)
    {
        var count = lines[start..end].Count(line => line.Sign != otherSide);
        var before = lines[..start].Count(line => line.Sign != otherSide);
        return $"{(count == 0 ? before : before + 1)},{count}";
    }
}
