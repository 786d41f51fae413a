using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Acme.Testing.OpenApi;

/// <summary>
/// The OpenAPI document that stands in version control: what callers were promised. What is only added to the code is added to it as well,
/// but not on a build server; anything else waits until somebody accepts it.
/// </summary>
public static class CommittedDocument
{
    private const string Name = "openapi.json";
    private const string ReceivedName = "openapi.received.json";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Fails unless the API does what the document says.</summary>
    public static async Task CheckAsync(HttpClient api)
    {
        var document = await (await api.ReadAsync("/openapi/v1.json")).ShouldBeAsync<JsonObject>(HttpStatusCode.OK);
        Check(document, FindAbove(AppContext.BaseDirectory), Environment.GetEnvironmentVariable("CI") is null or "" or "false");
    }

    /// <param name="document">What the code does.</param>
    /// <param name="path">Where the committed document stands.</param>
    /// <param name="mayAdd">Whether additions go into it.</param>
    internal static void Check(JsonObject document, string path, bool mayAdd)
    {
        var received = Path.Combine(Path.GetDirectoryName(path)!, ReceivedName);
        File.Delete(received);
        var committed = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        var differences = DocumentComparison.Compare(committed, document);
        if (differences.Count == 0)
            return;

        var text = document.ToJsonString(Readable) + "\n";
        var isAddition = differences.All(difference => difference.Kind == DifferenceKind.Added);
        if (isAddition && mayAdd)
        {
            File.WriteAllText(path, text);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail(
            $"""
            The code and {path} have parted:
            {string.Join('\n', differences)}

            {(isAddition ? "Run the tests on your machine, which adds it, and commit the file." : $"What is breaking makes programs fail that work today. If it is meant: mv {received} {path}")}
            """);
    }

    private static string FindAbove(string folder)
    {
        for (var above = new DirectoryInfo(folder); above is not null; above = above.Parent)
        {
            var path = Path.Combine(above.FullName, Name);
            if (File.Exists(path))
                return path;
        }

        Assert.Fail($"There is no {Name} in the folders above {folder}. To begin anew, write {{}} into one.");
        return "";
    }
}
