namespace Be.Scaffolding.Model;

/// <summary>Latin letters without their accents. (Unicode's decomposition is not there in invariant globalization.)</summary>
internal static class Latin
{
    private static readonly Dictionary<char, string> Plain = new Dictionary<string, string>
    {
        ["a"] = "àáâãäåāăą",
        ["ae"] = "æ",
        ["c"] = "çćč",
        ["d"] = "ďđð",
        ["e"] = "èéêëēėęě",
        ["g"] = "ğ",
        ["i"] = "ìíîïīįı",
        ["l"] = "ł",
        ["n"] = "ñńň",
        ["o"] = "òóôõöøōő",
        ["oe"] = "œ",
        ["r"] = "ř",
        ["s"] = "śşš",
        ["ss"] = "ß",
        ["t"] = "ťþ",
        ["u"] = "ùúûüūůű",
        ["y"] = "ýÿ",
        ["z"] = "źżž",
    }
        .SelectMany(letter => letter.Value.Select(accented => (accented, plain: letter.Key)))
        .ToDictionary(pair => pair.accented, pair => pair.plain);

    public static string WithoutAccents(string text) => System.Text.Ascii.IsValid(text) ? text : string.Concat(text.Select(Of));

    private static string Of(char c)
    {
        if (Plain.TryGetValue(c, out var plain))
            return plain;
        return Plain.TryGetValue(char.ToLowerInvariant(c), out var lower) ? char.ToUpperInvariant(lower[0]) + lower[1..] : c.ToString();
    }
}
