using Humanizer;

namespace Be.Scaffolding.Model;

/// <summary>Plurals of names.</summary>
public static class Plural
{
    /// <summary>Singulars in -s that Humanizer takes for plurals.</summary>
    private static readonly Dictionary<string, string> SingularsInS = new()
    {
        ["atlas"] = "atlases",
        ["bonus"] = "bonuses",
        ["canvas"] = "canvases",
        ["corpus"] = "corpora",
        ["gas"] = "gases",
        ["genus"] = "genera",
        ["lens"] = "lenses",
    };

    /// <summary>
    /// The plural of the last word: <c>OrderLine</c> gives <c>OrderLines</c>, <c>SalesPerson</c> gives <c>SalesPeople</c>.
    /// </summary>
    public static Name Of(Name singular) =>
        singular.WithLastWord(word =>
            SingularsInS.TryGetValue(word, out var plural) ? plural : word.Pluralize(inputIsKnownToBeSingular: false)
        );

    /// <summary>Builds Humanizer's vocabulary, which else the first name does.</summary>
    internal static void WarmUp() => "word".Pluralize();

    /// <summary>The singular of the last word; the name itself when it is one.</summary>
    public static Name Singular(Name name) =>
        name.WithLastWord(word =>
            SingularsInS.ContainsKey(word) || word.EndsWith("ss", StringComparison.Ordinal)
                ? word
                : word.Singularize(inputIsKnownToBePlural: false)
        );
}
