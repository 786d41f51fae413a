using System.Text.RegularExpressions;

namespace Be.Scaffolding.Model;

/// <summary>The indefinite article before a name in prose.</summary>
public static partial class IndefiniteArticle
{
    /// <returns><c>a</c> or <c>an</c>, by sound as far as the spelling tells it.</returns>
    public static string Of(string words) => SoundsLikeAVowel().IsMatch(words) ? "an" : "a";

    // A user, a unit, a European, a one-off, a URL; an hour, an honest answer.
    [GeneratedRegex(
        "^(?:hour|hono|honest|heir|(?!eu|ewe|one\\b|once\\b|uni(?![nm])|us[aeu]|ut[eio]|ur[aio]|url\\b)[aeiou])",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SoundsLikeAVowel();
}
