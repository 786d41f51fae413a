using Be.Postgres.Lint;

namespace Be.Postgres.Tests.Lint;

/// <summary>What we write ourselves keeps every rule, or says above the statement why not.</summary>
public sealed class CheckingOurOwnMigrations
{
    /// <summary>What the changes of a snapshot begin from, as far as rules ask for it.</summary>
    private const string Before = "-- migrate:up\ncreate table sales.orders (id uuid primary key, total numeric(8, 2));\n";

    private const string First = "0_before.sql";

    public static TheoryData<string> Snapshots => [.. OurMigrations.Snapshots];

    [Theory]
    [MemberData(nameof(Snapshots))]
    public void FindsNothingInWhatScaffoldingWrites(string snapshot)
    {
        var folder = Directory.CreateTempSubdirectory("be-lint-");
        try
        {
            foreach (var (name, text) in OurMigrations.Of(snapshot))
                File.WriteAllText(Path.Combine(folder.FullName, name), text);
            if (snapshot.Contains("DefinedOtherwise", StringComparison.Ordinal))
                File.WriteAllText(Path.Combine(folder.FullName, First), Before);

            Assert.Empty(Problems(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void FindsNothingInWhatASolutionBeginsWith() => Assert.Empty(Problems(OurMigrations.OfANewSolution));

    /// <summary>Advice aside: it fails no build.</summary>
    private static IEnumerable<string> Problems(string folder)
    {
        var paths = Directory.EnumerateFiles(folder, "*.sql").Order(StringComparer.Ordinal).ToList();
        return new Linter(AllRules.List, new LintOptions { SchemasAreModules = true, RunnerSetsTimeouts = true })
            .Check(paths, paths.Where(path => Path.GetFileName(path) != First).ToHashSet())
            .Where(finding => finding.Severity > Severity.Advice)
            .Select(finding => $"{Path.GetFileName(finding.File)}:{finding.Line} {finding.Rule}: {finding.Message}");
    }
}
