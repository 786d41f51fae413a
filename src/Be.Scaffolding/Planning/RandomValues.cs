using System.Text.RegularExpressions;

namespace Be.Scaffolding.Planning;

/// <summary>Passwords and ids that a template makes anew each time: texts that differ in nothing else are the same.</summary>
internal static partial class RandomValues
{
    /// <summary>The text with the values of the known one in place of its own, where it has as many.</summary>
    public static string Keep(string known, string text)
    {
        var values = Value().Matches(known);
        if (values.Count != Value().Count(text))
            return text;
        var next = 0;
        return Value().Replace(text, _ => values[next++].Value);
    }

    [GeneratedRegex("[0-9a-f]{8}(-?)([0-9a-f]{4}\\1){3}[0-9a-f]{12}")]
    private static partial Regex Value();
}
