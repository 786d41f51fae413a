namespace Be.Scaffolding.Model;

/// <summary>A name with every spelling that code, SQL and URLs need. The only place where spellings are made.</summary>
/// <remarks>
/// Acronyms are words: <c>HTTPServer</c> is <c>HttpServer</c>, <c>http_server</c>. A digit belongs to the word before it:
/// <c>order_2_line</c> is <c>Order2Line</c>, <c>order2_line</c>. Letters that stand alone side by side are one acronym:
/// <c>p_o_box</c> is <c>PoBox</c>. So every spelling, parsed again, gives the same name.
/// </remarks>
public sealed record Name
{
    private Name(IReadOnlyList<string> words)
    {
        Pascal = string.Concat(words.Select(Capitalised));
        Camel = words[0] + string.Concat(words.Skip(1).Select(Capitalised));
        Snake = string.Join('_', words);
        Kebab = string.Join('-', words);
        Words = string.Join(' ', words);
    }

    /// <summary>PascalCase, as C# types and properties spell it: <c>OrderLine</c>.</summary>
    public string Pascal { get; }

    /// <summary>camelCase, as JSON spells it: <c>orderLine</c>.</summary>
    public string Camel { get; }

    /// <summary>snake_case, as PostgreSQL spells it (unquoted): <c>order_line</c>.</summary>
    public string Snake { get; }

    /// <summary>kebab-case, as URLs spell it: <c>order-line</c>.</summary>
    public string Kebab { get; }

    /// <summary>Lower-case words, for sentences: <c>order line</c>.</summary>
    public string Words { get; }

    /// <summary>Reads a name in any spelling.</summary>
    /// <param name="text">ASCII letters and digits, words joined by case, <c>_</c> or <c>-</c>; starts with a letter.</param>
    /// <exception cref="UserError">It is not such a name.</exception>
    public static Name Parse(string text) =>
        NameWords.Problem(text) is { } problem
            ? throw UserError.InArguments(char.ToUpperInvariant(problem[0]) + problem[1..], NameWords.Remedy(text))
            : new Name(NameWords.Of(text));

    /// <summary>Whether <paramref name="text"/> is a name at all.</summary>
    public static bool IsValid(string text) => NameWords.Problem(text) is null;

    /// <summary>This name with <paramref name="more"/> after it: <c>customer</c> and <c>id</c> give <c>customerId</c>.</summary>
    public Name Then(string more) => Parse(Snake + "_" + more);

    /// <summary>This name with its last word replaced.</summary>
    internal Name WithLastWord(Func<string, string> change)
    {
        var words = Words.Split(' ');
        words[^1] = change(words[^1]);
        return new Name(words);
    }

    /// <summary>Two names are the same when their PascalCase is.</summary>
    public bool Equals(Name? other) => other is not null && Pascal == other.Pascal;

    /// <inheritdoc />
    public override int GetHashCode() => string.GetHashCode(Pascal, StringComparison.Ordinal);

    /// <summary>The PascalCase spelling.</summary>
    public override string ToString() => Pascal;

    private static string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
