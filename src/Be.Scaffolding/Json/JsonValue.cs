using System.Globalization;
using System.Text;

namespace Be.Scaffolding.Json;

/// <summary>JSON with one layout: on one line what holds no other list and fits, else one item a line.</summary>
internal abstract record JsonValue
{
    private const int MaxColumns = 100;

    /// <summary>The text of a value that holds no others; null when it does.</summary>
    private protected abstract string? Leaf { get; }

    public static JsonValue Text(string value) => new Scalar(Quoted(value));

    public static JsonValue Null { get; } = new Scalar("null");

    public static JsonValue Number(int value) => new Scalar(value.ToString(CultureInfo.InvariantCulture));

    public static JsonValue Bool(bool value) => new Scalar(value ? "true" : "false");

    public static JsonValue Array(IEnumerable<JsonValue> items) => new List('[', ']', [.. items.Select(item => ("", item))], false);

    /// <param name="members">Names with values; a null value leaves the member out.</param>
    /// <param name="broken">Whether every member has a line of its own even where all fit into one.</param>
    public static JsonValue Object(IEnumerable<(string Name, JsonValue? Value)> members, bool broken = false)
    {
        var given = members.Where(member => member.Value is not null);
        return new List('{', '}', [.. given.Select(member => (Quoted(member.Name) + ": ", member.Value!))], broken);
    }

    /// <summary>Appends the text: its first line starts at <paramref name="column"/>, the others are indented.</summary>
    private protected abstract void Write(StringBuilder text, int indent, int column);

    public sealed override string ToString()
    {
        var text = new StringBuilder();
        Write(text, 0, 0);
        return text.Append('\n').ToString();
    }

    /// <summary>Escapes only what RFC 8259 demands, and lone surrogates, which UTF-8 cannot hold.</summary>
    private static string Quoted(string value)
    {
        var text = new StringBuilder("\"");
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] is '"' or '\\')
                text.Append('\\').Append(value[i]);
            else if (value[i] == '\n')
                text.Append("\\n");
            else if (char.IsSurrogatePair(value, i))
                text.Append(value[i]).Append(value[++i]);
            else if (value[i] < ' ' || char.IsSurrogate(value[i]))
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)value[i]:X4}");
            else
                text.Append(value[i]);
        }
        return text.Append('"').ToString();
    }

    private sealed record Scalar(string Raw) : JsonValue
    {
        private protected override string Leaf => Raw;

        private protected override void Write(StringBuilder text, int indent, int column) => text.Append(Raw);
    }

    private sealed record List(char Open, char Close, (string Label, JsonValue Value)[] Items, bool Broken) : JsonValue
    {
        private protected override string? Leaf => Items.Length == 0 ? $"{Open}{Close}" : null;

        private protected override void Write(StringBuilder text, int indent, int column)
        {
            if ((Leaf ?? OnOneLine()) is { } line && column + line.Length < MaxColumns)
                text.Append(line);
            else
                WriteLines(text, indent);
        }

        private string? OnOneLine() =>
            Broken || Items.Any(item => item.Value.Leaf is null)
                ? null
                : $"{Open} {string.Join(", ", Items.Select(item => item.Label + item.Value.Leaf))} {Close}";

        private void WriteLines(StringBuilder text, int indent)
        {
            text.Append(Open);
            var separator = "\n";
            foreach (var (label, value) in Items)
            {
                text.Append(separator).Append(' ', indent + 2).Append(label);
                value.Write(text, indent + 2, indent + 2 + label.Length);
                separator = ",\n";
            }
            text.Append('\n').Append(' ', indent).Append(Close);
        }
    }
}
