using System.Collections.Immutable;
using System.Text.Json;

namespace Be.Scaffolding.Json;

/// <summary>An object of be.json: every member is known and has the right type, or the error says which and where.</summary>
internal sealed class JsonObjectReader
{
    private readonly JsonElement _element;
    private readonly string _file;
    private readonly string _path;

    public JsonObjectReader(JsonElement element, string file, string path, params ReadOnlySpan<string> known)
    {
        (_element, _file, _path) = (element, file, path);
        if (element.ValueKind != JsonValueKind.Object)
            throw Here.Error($"is {Describe(element)}, not an object.", $"Write: {{ \"{known[0]}\": … }}");
        foreach (var member in element.EnumerateObject())
        {
            if (!known.Contains(member.Name))
                throw Here.Error($"there is no member \"{member.Name}\" here.", Instead(member.Name, known));
        }
    }

    /// <summary>The object itself, as a place.</summary>
    public Place Here => Place.InFile(_file, _path.Length == 0 ? "the file" : _path);

    public Place PlaceOf(string name) => Place.InFile(_file, _path.Length == 0 ? name : $"{_path}.{name}");

    public bool Has(string name) => _element.TryGetProperty(name, out _);

    public JsonElement Member(string name, JsonValueKind kind, string example)
    {
        if (!_element.TryGetProperty(name, out var value))
            throw Here.Error($"\"{name}\" is missing.", $"Add: \"{name}\": {example}");
        return value.ValueKind == kind ? value : throw PlaceOf(name).Error($"is {Describe(value)}.", $"Write: \"{name}\": {example}");
    }

    public string Text(string name, string example) => Member(name, JsonValueKind.String, $"\"{example}\"").GetString()!;

    public bool Bool(string name)
    {
        if (Has(name) && _element.GetProperty(name).ValueKind == JsonValueKind.False)
            return false;
        return Member(name, JsonValueKind.True, "true").GetBoolean();
    }

    public T Choice<T>(string name, OptionTexts<T> texts)
        where T : struct, Enum
    {
        var text = Text(name, texts.All.First());
        return texts.Find(text) ?? throw PlaceOf(name).Error($"there is no \"{text}\".", $"Write one of {string.Join(", ", texts.All)}.");
    }

    /// <summary>The objects of an array.</summary>
    public ImmutableArray<T> Objects<T>(string name, Func<JsonElement, string, T> read) =>
        [.. Member(name, JsonValueKind.Array, "[]").EnumerateArray().Select((item, i) => read(item, PathOf(name, i)))];

    /// <summary>The texts of an array, each with its place.</summary>
    public ImmutableArray<(string Text, Place Place)> Texts(string name, string example) =>
        [
            .. Member(name, JsonValueKind.Array, "[]")
                .EnumerateArray()
                .Select(
                    (item, i) =>
                        item.ValueKind == JsonValueKind.String
                            ? (item.GetString()!, Place.InFile(_file, $"{PathOf(name, i)} '{item.GetString()}'"))
                            : throw Place.InFile(_file, PathOf(name, i)).Error($"is {Describe(item)}.", $"Write: \"{example}\"")
                ),
        ];

    private string PathOf(string name, int index) => (_path.Length == 0 ? "" : _path + ".") + $"{name}[{index}]";

    private static string Instead(string name, ReadOnlySpan<string> known) =>
        Nearest.To(name, known.ToArray()) is { } near ? $"Write: \"{near}\"" : $"Members are {string.Join(", ", known!)}.";

    private static string Describe(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "an array",
            JsonValueKind.String => $"the text \"{element.GetString()}\"",
            JsonValueKind.Null => "null",
            _ => element.GetRawText(),
        };
}
