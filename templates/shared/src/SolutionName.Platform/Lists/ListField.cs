using System.Text.Json;
using Acme.Platform.Json;

namespace Acme.Platform.Lists;

/// <summary>A field of the rows of a list.</summary>
/// <param name="Name">As JSON calls it.</param>
/// <param name="Type">Of its values, never nullable.</param>
/// <param name="Value">What a row has.</param>
internal sealed record ListField<TRow>(string Name, Type Type, Func<TRow, object?> Value) : IListField
{
    public bool IsSearched { get; init; }

    public static ListField<TRow> Of<T>(string name, Func<TRow, T> value) =>
        new(name, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), row => value(row));
}

/// <summary>A field whatever the rows are.</summary>
internal interface IListField
{
    string Name { get; }

    Type Type { get; }

    /// <summary>Whether it can be asked for a part of its text.</summary>
    bool IsSearched { get; }
}

/// <summary>What can be asked of a field, and how its values are read.</summary>
internal static class ListFields
{
    /// <summary>Shorter texts are in no trigram index (PostgreSQL manual, F.35.4).</summary>
    private const int ShortestSearch = 3;

    private static readonly Type[] Ordered =
        [typeof(int), typeof(long), typeof(decimal), typeof(DateOnly), typeof(TimeOnly), typeof(DateTimeOffset)];

    private static readonly Dictionary<string, Comparison> Everywhere = new()
    {
        ["eq"] = Comparison.Equal,
        ["ne"] = Comparison.NotEqual,
        ["in"] = Comparison.In,
    };

    private static readonly Dictionary<string, Comparison> Ranges = new()
    {
        ["gt"] = Comparison.Greater,
        ["gte"] = Comparison.GreaterOrEqual,
        ["lt"] = Comparison.Less,
        ["lte"] = Comparison.LessOrEqual,
    };

    private static readonly Dictionary<string, Comparison> Searches = new() { ["contains"] = Comparison.Contains };

    /// <summary>The comparisons that make sense, by what stands in brackets behind the field's name.</summary>
    public static IEnumerable<KeyValuePair<string, Comparison>> Comparisons(this IListField field) =>
        Everywhere.Concat(Ordered.Contains(field.Type) ? Ranges : []).Concat(field.IsSearched ? Searches : []);

    /// <summary>A value as it stands in a query string: as in JSON, without quotes.</summary>
    /// <exception cref="ValueException">It is none of the field's type.</exception>
    public static object Read(this IListField field, Comparison comparison, string text)
    {
        if (field.Type == typeof(string))
            return ReadText(comparison, text);

        try
        {
            return JsonSerializer.Deserialize(IsBare(field.Type) ? text : JsonSerializer.Serialize(text), field.Type, JsonRules.Options)!;
        }
        catch (JsonException exception)
        {
            throw exception as ValueException ?? new ValueException("has the wrong format");
        }
    }

    private static string ReadText(Comparison comparison, string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new ValueException("must not contain U+0000");
        if (comparison == Comparison.Contains && text.Length < ShortestSearch)
            throw new ValueException($"must have {ShortestSearch} characters or more");

        return text;
    }

    /// <summary>Whether JSON writes the type without quotes.</summary>
    private static bool IsBare(Type type) => type == typeof(int) || type == typeof(long) || type == typeof(decimal) || type == typeof(bool);
}
