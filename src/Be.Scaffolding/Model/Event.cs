using System.Collections.Immutable;

namespace Be.Scaffolding.Model;

/// <summary>Something that happened in a module and that others may act on.</summary>
/// <param name="Name">In the past tense: <c>OrderPlaced</c>; a later version is <c>OrderPlacedV2</c>.</param>
/// <param name="Fields">In the order of be.json; none is a reference, unique or indexed.</param>
public sealed record Event(Name Name, ImmutableArray<Field> Fields)
{
    /// <summary>What it is called between programs: <c>sales.order-placed.v1</c>.</summary>
    public string WireName(Name module)
    {
        var words = Name.Kebab.Split('-');
        return IsVersion(words[^1]) && words.Length > 1
            ? $"{module.Kebab}.{string.Join('-', words[..^1])}.{words[^1]}"
            : $"{module.Kebab}.{Name.Kebab}.v1";
    }

    /// <summary>The name that its next version would have: <c>OrderPlacedV2</c>.</summary>
    public Name Next
    {
        get
        {
            var words = Name.Snake.Split('_');
            return IsVersion(words[^1]) && words.Length > 1
                ? Name.Parse(
                    $"{string.Join('_', words[..^1])}_v{long.Parse(words[^1][1..], System.Globalization.CultureInfo.InvariantCulture) + 1}"
                )
                : Name.Then("v2");
        }
    }

    private static bool IsVersion(string word) => word.Length is > 1 and < 10 && word[0] == 'v' && word[1..].All(char.IsAsciiDigit);
}

/// <summary>A module's interest in an event.</summary>
/// <param name="Module">The module of the event, PascalCase.</param>
/// <param name="Event">The event, PascalCase.</param>
public sealed record Consumer(string Module, string Event)
{
    /// <summary><c>Sales.OrderPlaced</c>.</summary>
    public override string ToString() => $"{Module}.{Event}";
}
