using System.Xml.Linq;

namespace Be.EndToEnd.Tests;

/// <summary>What <c>dotnet test</c> has counted in one project. A test that was skipped is in the total only.</summary>
internal sealed record TestRun(int Total, int Passed)
{
    private static readonly XName Counters = "{http://microsoft.com/schemas/VisualStudio/TeamTest/2010}Counters";

    /// <summary>One for each project that was run, from the <c>.trx</c> files in a folder.</summary>
    public static IReadOnlyList<TestRun> ReadAll(string folder) => [.. Directory.GetFiles(folder, "*.trx").Select(Read)];

    private static TestRun Read(string file)
    {
        var counters = XDocument.Load(file).Descendants(Counters).Single();
        return new TestRun((int)counters.Attribute("total")!, (int)counters.Attribute("passed")!);
    }
}
