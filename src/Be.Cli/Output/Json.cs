using System.Text.Encodings.Web;
using System.Text.Json;

namespace Be.Cli.Output;

/// <summary>How JSON is printed: for people as well as for scripts, the same on every system.</summary>
internal static class Json
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Prints one document and ends its line.</summary>
    public static void Print(Action<Utf8JsonWriter> write)
    {
        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, Indented))
            write(json);
        output.WriteByte((byte)'\n');
    }
}
