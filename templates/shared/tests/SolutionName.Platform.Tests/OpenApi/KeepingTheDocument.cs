using System.Text.Json.Nodes;
using Acme.Testing.OpenApi;
using Xunit.Sdk;

namespace Acme.Platform.Tests.OpenApi;

public sealed class KeepingTheDocument : IDisposable
{
    private const string Empty = """{ "paths": {} }""";
    private const string Boats = """{ "paths": { "/boats": { "get": { "operationId": "ListBoats", "description": "Größe > 0" } } } }""";

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private string Committed => Path.Combine(folder, "openapi.json");

    private string Received => Path.Combine(folder, "openapi.received.json");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void WhatIsAddedGoesIntoTheFile()
    {
        Check(Empty, Boats, mayAdd: true);

        Assert.Contains("Größe > 0", File.ReadAllText(Committed), StringComparison.Ordinal);
        CommittedDocument.Check(Parse(Boats), Committed, mayAdd: false);
        Assert.False(File.Exists(Received));
    }

    [Fact]
    public void OnABuildServerWhatIsAddedIsMissing()
    {
        var failure = Assert.Throws<FailException>(() => Check(Empty, Boats, mayAdd: false));

        Assert.Contains("added     GET /boats is new", failure.Message, StringComparison.Ordinal);
        Assert.Equal(Empty, File.ReadAllText(Committed));
    }

    [Fact]
    public void WhatBreaksCallersIsCalledSoAndWaitsToBeAccepted()
    {
        var failure = Assert.Throws<FailException>(() => Check(Boats, Empty, mayAdd: true));

        Assert.Contains("breaking  GET /boats is gone", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"mv {Received} {Committed}", failure.Message, StringComparison.Ordinal);
        Assert.Equal(Boats, File.ReadAllText(Committed));

        File.Move(Received, Committed, overwrite: true);
        CommittedDocument.Check(Parse(Empty), Committed, mayAdd: false);
    }

    private void Check(string committed, string code, bool mayAdd)
    {
        File.WriteAllText(Committed, committed);
        CommittedDocument.Check(Parse(code), Committed, mayAdd);
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
