using System.Text;

namespace Be.Scaffolding.Model;

/// <summary>Splits a name, however it is spelled, into lower-case words.</summary>
internal static class NameWords
{
    public static string? Problem(string text)
    {
        if (text.Length == 0)
            return "a name is empty.";
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune))
                return $"a name contains the control character U+{rune.Value:X4}.";
            if (!IsNamePart(rune))
                return $"the name '{text}' contains {Describe(rune)}.";
        }
        if (!char.IsAsciiLetter(text[0]))
            return $"the name '{text}' starts with '{text[0]}'.";
        return text.Split('_', '-').Any(part => part.Length == 0) ? $"the name '{text}' has a '_' or '-' that joins no two words." : null;
    }

    public static string Remedy(string text) => $"Use ASCII letters and digits, starting with a letter, such as {Suggestion(text).Pascal}.";

    /// <summary>The name that is left of <paramref name="text"/> without what no name may hold.</summary>
    public static Name Suggestion(string text)
    {
        var letters = new StringBuilder();
        foreach (var c in Latin.WithoutAccents(text))
            letters.Append(char.IsAsciiLetterOrDigit(c) ? c : '_');
        var start = letters.ToString().IndexOfAny([.. "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"]);
        return Name.Parse(start < 0 ? "OrderLine" : Collapsed(letters.ToString(start, letters.Length - start)));
    }

    public static List<string> Of(string text)
    {
        var words = new List<string>();
        var previousWasLetter = false;
        foreach (var word in text.Split('_', '-').SelectMany(ByCase))
        {
            var joins = char.IsAsciiDigit(word[0]) || (previousWasLetter && (word.Length == 1 || !char.IsAsciiLetter(word[1])));
            if (words.Count > 0 && joins)
                words[^1] += word;
            else
                words.Add(word);
            previousWasLetter = word.Length == 1 && char.IsAsciiLetter(word[0]);
        }
        return words;
    }

    private static IEnumerable<string> ByCase(string part)
    {
        var start = 0;
        for (var i = 1; i < part.Length; i++)
        {
            if (!StartsWord(part, i))
                continue;
            yield return part[start..i].ToLowerInvariant();
            start = i;
        }
        yield return part[start..].ToLowerInvariant();
    }

    /// <summary>An upper-case letter starts a word after a lower-case letter or a digit, and before a lower-case letter.</summary>
    private static bool StartsWord(string part, int i) =>
        char.IsAsciiLetterUpper(part[i])
        && (!char.IsAsciiLetterUpper(part[i - 1]) || (i + 1 < part.Length && char.IsAsciiLetterLower(part[i + 1])));

    private static bool IsNamePart(Rune rune) => rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value is '_' or '-');

    private static string Describe(Rune rune) =>
        rune.Value switch
        {
            ' ' => "a space",
            < 0x80 => $"'{rune}'",
            _ => $"'{rune}' (U+{rune.Value:X4})",
        };

    private static string Collapsed(string text) => string.Join('_', text.Split('_', StringSplitOptions.RemoveEmptyEntries));
}
