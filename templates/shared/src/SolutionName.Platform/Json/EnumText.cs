using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Acme.Platform.Json;

/// <summary>The text of an enum's values: camelCase, or what <see cref="JsonStringEnumMemberNameAttribute"/> says. JSON and PostgreSQL share it.</summary>
public static class EnumText
{
    public static string Of<T>(T value)
        where T : struct, Enum => Texts<T>.ByValue[value];

    /// <summary>The text of a value that may be absent.</summary>
    public static string? Of<T>(T? value)
        where T : struct, Enum => value is { } present ? Of(present) : null;

    /// <summary>The value of a text that may be absent.</summary>
    public static T? ParseNullable<T>(string? text)
        where T : struct, Enum => text is null ? null : Parse<T>(text);

    /// <exception cref="FormatException">No value of <typeparamref name="T"/> has this text.</exception>
    public static T Parse<T>(string text)
        where T : struct, Enum =>
        TryParse<T>(text, out var value) ? value : throw new FormatException($"'{text}' is no {typeof(T).Name}.");

    public static bool TryParse<T>(string text, out T value)
        where T : struct, Enum => Texts<T>.ByText.TryGetValue(text, out value);

    /// <summary>All texts, in the order of the declaration.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Texts<T>.InOrder;

    private static class Texts<T>
        where T : struct, Enum
    {
        public static readonly IReadOnlyList<string> InOrder = [.. Enum.GetNames<T>().Select(Text)];
        public static readonly FrozenDictionary<T, string> ByValue = Enum.GetNames<T>().ToFrozenDictionary(Enum.Parse<T>, Text);
        public static readonly FrozenDictionary<string, T> ByText = ByValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

        private static string Text(string member) =>
            typeof(T).GetField(member)!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
            ?? JsonNamingPolicy.CamelCase.ConvertName(member);
    }
}
