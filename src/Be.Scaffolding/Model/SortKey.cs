using System.Collections.Immutable;

namespace Be.Scaffolding.Model;

/// <summary>One column of a sort.</summary>
/// <param name="Name">The member, camelCase: <c>placedAt</c>.</param>
/// <param name="Descending">Whether a <c>-</c> stands before it.</param>
public sealed record SortKey(string Name, bool Descending)
{
    /// <summary>Reads <c>-placedAt,number</c>.</summary>
    public static ImmutableArray<SortKey> ParseAll(string sort) =>
        [.. sort.Split(',').Select(key => key.StartsWith('-') ? new SortKey(key[1..], true) : new SortKey(key, false))];
}
