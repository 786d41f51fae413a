namespace Acme.Platform.Lists;

/// <summary>What a list can be filtered and sorted by. All else is refused. The first sort is the one of a list that nobody sorts.</summary>
/// <typeparam name="TRow">What it lists.</typeparam>
public sealed class ListRules<TRow> : IListRules
{
    private readonly Dictionary<string, ListField<TRow>> fields = new(StringComparer.Ordinal);
    private readonly List<SortField[]> sorts = [];

    IEnumerable<IListField> IListRules.Fields => fields.Values;

    IEnumerable<string> IListRules.Sorts => sorts.Select(Text);

    /// <summary>A field that rows can be chosen by.</summary>
    public ListRules<TRow> Filter<T>(string name, Func<TRow, T> value)
    {
        fields.Add(name, ListField<TRow>.Of(name, value));
        return this;
    }

    /// <summary>A field that rows can be chosen and sorted by: an index begins with it.</summary>
    public ListRules<TRow> FilterAndSort<T>(string name, Func<TRow, T> value) => Filter(name, value).Sort(name);

    /// <summary>A text that rows can be chosen and sorted by, and searched in: a trigram index has it.</summary>
    public ListRules<TRow> SearchAndSort(string name, Func<TRow, string?> value)
    {
        FilterAndSort(name, value);
        fields[name] = fields[name] with { IsSearched = true };
        return this;
    }

    /// <summary>A sort by several fields, such as <c>-placedAt,number</c>, which an index serves in both directions.</summary>
    public ListRules<TRow> Sort(string sort)
    {
        var keys = SortFields(sort);
        sorts.Add(keys);
        sorts.Add([.. keys.Select(key => key with { Descending = !key.Descending })]);
        return this;
    }

    internal ListField<TRow>? Find(string name) => fields.GetValueOrDefault(name);

    /// <summary>The sort that a caller asks for, or the natural one: by the field whose range is asked for, else the first.</summary>
    /// <returns>Null when it is none of the list's.</returns>
    internal IReadOnlyList<SortField>? FindSort(string? text, IReadOnlyList<Condition> conditions)
    {
        if (text is null)
            return Complete(sorts.Find(sort => sort.Length == 1 && conditions.Any(condition => IsRangeOf(condition, sort[0]))) ?? sorts[0]);

        return sorts.Find(sort => Text(sort) == text) is { } found ? Complete(found) : null;
    }

    // The id breaks ties, in the direction of the last key: so an index that ends with it is read one way.
    private static SortField[] Complete(SortField[] sort) =>
        Array.Exists(sort, key => key.Field == "id") ? sort : [.. sort, new SortField("id", sort[^1].Descending)];

    private static bool IsRangeOf(Condition condition, SortField key) =>
        condition.Field == key.Field
        && condition.Comparison is Comparison.Greater or Comparison.GreaterOrEqual or Comparison.Less or Comparison.LessOrEqual;

    private static SortField[] SortFields(string text) =>
        [.. text.Split(',').Select(key => key.StartsWith('-') ? new SortField(key[1..], true) : new SortField(key, false))];

    private static string Text(SortField[] sort) => string.Join(',', sort.Select(key => key.Descending ? "-" + key.Field : key.Field));
}

/// <summary>The rules of a list whatever its rows are, for its OpenAPI operation.</summary>
internal interface IListRules
{
    IEnumerable<IListField> Fields { get; }

    /// <summary>As callers write them.</summary>
    IEnumerable<string> Sorts { get; }
}
