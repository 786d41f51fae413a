using System.Text.Json.Nodes;

namespace Be.EndToEnd.Tests;

/// <summary>The example of a POST in an entity's <c>.http</c> file.</summary>
/// <param name="Path">Where it is posted.</param>
/// <param name="Body">What is posted.</param>
/// <param name="NoId">The id that the file's other requests have, of no row.</param>
internal sealed record HttpExample(string Path, JsonObject Body, string NoId)
{
    private const string Post = "POST {{host}}";

    public static HttpExample Read(string file)
    {
        var lines = File.ReadAllLines(file);
        var start = Array.FindIndex(
            lines,
            line => line.StartsWith(Post, StringComparison.Ordinal) && !line.EndsWith(Administrator.LogIn, StringComparison.Ordinal)
        );
        Assert.True(start >= 0, $"{file} has no {Post}");
        var body = lines
            .Skip(start)
            .SkipWhile(line => line.Length > 0)
            .TakeWhile(line => !line.StartsWith("###", StringComparison.Ordinal));
        var id = lines.Single(line => line.StartsWith("@id = ", StringComparison.Ordinal));
        return new HttpExample(lines[start][Post.Length..], JsonNode.Parse(string.Join('\n', body))!.AsObject(), id["@id = ".Length..]);
    }
}
