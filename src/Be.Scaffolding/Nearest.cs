namespace Be.Scaffolding;

/// <summary>Finds what a mistyped word was meant to be.</summary>
public static class Nearest
{
    /// <summary>The word at most a third of its letters away, case aside; null when there is none.</summary>
    public static string? To(string word, IEnumerable<string> words) =>
        words
            .Select(other => (other, distance: Distance(word.ToUpperInvariant(), other.ToUpperInvariant())))
            .Where(candidate => candidate.distance * 3 <= Math.Max(word.Length, candidate.other.Length))
            .OrderBy(candidate => candidate.distance)
            .Select(candidate => candidate.other)
            .FirstOrDefault();

    /// <summary>Levenshtein's distance, two rows at a time.</summary>
    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(substituted, Math.Min(previous[j], row[j - 1]) + 1);
            }
            previous = row;
        }
        return previous[b.Length];
    }
}
