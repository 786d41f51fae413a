namespace Acme.Platform.Lists;

/// <summary>Which rows of a list are wanted, in what order, and after which place.</summary>
/// <param name="Conditions">Each row meets all of them.</param>
/// <param name="Sort">The last key is the row's id: no two rows stand at the same place. Null stands after every value.</param>
/// <param name="After">The sort keys of the row before the first one; null for the beginning.</param>
/// <param name="Limit">How many rows at most.</param>
public sealed record ListQuery(
    IReadOnlyList<Condition> Conditions, IReadOnlyList<SortField> Sort, IReadOnlyList<object?>? After, int Limit);

/// <summary>A field compared with values of its own type.</summary>
/// <param name="Field">As callers call it: the property's name in camelCase.</param>
/// <param name="Comparison">How.</param>
/// <param name="Values">One; several for <see cref="Comparison.In"/>.</param>
public sealed record Condition(string Field, Comparison Comparison, IReadOnlyList<object> Values);

/// <param name="Field">As callers call it: the property's name in camelCase.</param>
/// <param name="Descending">Whether the largest comes first.</param>
public sealed record SortField(string Field, bool Descending);

/// <summary>How a field is compared.</summary>
public enum Comparison
{
    Equal,

    /// <summary>Rows without a value are not equal to any.</summary>
    NotEqual,

    In,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,

    /// <summary>Text that stands somewhere in it, upper or lower case.</summary>
    Contains,
}
