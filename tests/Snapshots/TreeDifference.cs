namespace Be.Snapshots;

/// <summary>What makes one tree another: files that appear, disappear and change.</summary>
public static class TreeDifference
{
    /// <summary>Between two trees in the form of <see cref="TreeText"/>, for people to read: the paths, then the lines that changed.</summary>
    public static string Of(string before, string after)
    {
        var files = Between(TreeText.Read(before), TreeText.Read(after)).ToList();
        var changed = files
            .Where(file => file.Path.StartsWith("changed ", StringComparison.Ordinal))
            .Select(file => $"\n{file.Path}\n{file.Text}");
        return string.Join('\n', files.Select(file => file.Path).Concat(changed));
    }

    /// <summary>One row a file that differs: <c>added path</c> with its text, <c>removed path</c>, <c>changed path</c> with the lines.</summary>
    public static IEnumerable<(string Path, string Text)> Between(
        IReadOnlyDictionary<string, string> before,
        IReadOnlyDictionary<string, string> after
    )
    {
        foreach (var path in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            var (old, now) = (before.GetValueOrDefault(path), after.GetValueOrDefault(path));
            if (now is null)
                yield return ($"removed {path}", "");
            else if (old is null)
                yield return ($"added {path}", now);
            else if (old != now)
                yield return ($"changed {path}", LineDiff.Unified(old, now));
        }
    }
}
