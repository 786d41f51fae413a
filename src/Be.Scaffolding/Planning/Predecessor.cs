using System.Text.RegularExpressions;

namespace Be.Scaffolding.Planning;

/// <summary>
/// Which migration was the newest when one was written: the line <c>-- be:after &lt;version&gt;</c> above its first directive, a comment to
/// dbmate. Two that come after the same one were written without knowing of each other.
/// </summary>
public static partial class Predecessor
{
    /// <summary>The line, without its end.</summary>
    public static string Line(string version) => $"-- be:after {version}";

    /// <summary>The version that a migration names as the one before it; null when it names none.</summary>
    public static string? Of(string text) =>
        text.Split('\n')
            .TakeWhile(line => !Directive().IsMatch(line))
            .Select(line => Header().Match(line))
            .FirstOrDefault(header => header.Success)
            ?.Groups["version"]
            .Value;

    /// <summary>The text under the line, where it is the first.</summary>
    public static string TextUnder(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        return end > 0 && Header().IsMatch(text[..end]) ? text[end..] : text;
    }

    /// <summary>The version of the file that runs last; null when none has a version.</summary>
    /// <param name="files">Names, without their folder.</param>
    internal static string? Newest(IEnumerable<string> files) =>
        files.Order(StringComparer.Ordinal).Select(file => Version().Match(file)).LastOrDefault(version => version.Success)?.Value;

    [GeneratedRegex(@"^--\s*migrate:(up|down)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Directive();

    [GeneratedRegex(@"^--\s*be:after\s+(?<version>[0-9]+)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Header();

    [GeneratedRegex("^[0-9]+")]
    private static partial Regex Version();
}
