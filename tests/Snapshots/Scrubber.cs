using System.Text.RegularExpressions;

namespace Be.Snapshots;

/// <summary>Replaces what is different every time by a name, before a snapshot is compared.</summary>
/// <param name="Pattern">A regular expression.</param>
/// <param name="Name">What the snapshot shows in its place.</param>
public sealed record Scrubber(string Pattern, string Name)
{
    internal static string All(IEnumerable<Scrubber> scrubbers, string text) =>
        scrubbers.Aggregate(text, (scrubbed, next) => Regex.Replace(scrubbed, next.Pattern, next.Name, RegexOptions.CultureInvariant));
}
