using System.Text;

namespace Be.Snapshots;

/// <summary>A tree of files as one text: a line with the path, then the file.</summary>
public static class TreeText
{
    private const string Heading = "━━━━━━━━ ";
    private const string NoNewline = "␄";

    /// <summary>Sorted by path. What a reader would not see is made visible: ␍, a byte order mark, a missing newline at the end.</summary>
    public static string Write(IEnumerable<(string Path, string Text)> files)
    {
        var tree = new StringBuilder();
        foreach (var (path, text) in files.OrderBy(file => file.Path, StringComparer.Ordinal))
            tree.Append(Heading).Append(path).Append('\n').Append(Visible(text));

        return tree.ToString();
    }

    /// <summary>Takes apart what <see cref="Write"/> made; the texts stay in their visible form.</summary>
    public static Dictionary<string, string> Read(string tree) =>
        ("\n" + tree.TrimEnd('\n'))
            .Split("\n" + Heading, StringSplitOptions.RemoveEmptyEntries)
            .Select(section => section.Split('\n', 2))
            .ToDictionary(section => section[0], section => section.ElementAtOrDefault(1) ?? "", StringComparer.Ordinal);

    private static string Visible(string text)
    {
        var visible = text.Replace("\r", "␍", StringComparison.Ordinal).Replace("\uFEFF", "␂", StringComparison.Ordinal);
        return visible.Length == 0 || visible.EndsWith('\n') ? visible : visible + NoNewline + "\n";
    }
}
