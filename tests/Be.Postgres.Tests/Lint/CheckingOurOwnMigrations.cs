using System.Runtime.CompilerServices;
using Be.Postgres.Lint;

namespace Be.Postgres.Tests.Lint;

/// <summary>What we write ourselves keeps every rule; each exception stands here.</summary>
public sealed class CheckingOurOwnMigrations
{
    private const string Heading = "━━━━━━━━ ";

    /// <summary>Part of a file's name, and the rule.</summary>
    private static readonly (string File, string Rule)[] Exceptions =
    [
        ("_guard_", "several-tables-locked"), // the triggers on the two tables of a reference hold only together
        ("_refer_from_", "foreign-key-validates"), // both tables are as new as the reference, and empty
    ];

    private static string Slices => PathFromHere("../../Be.Scaffolding.Tests/Rendering");

    public static TheoryData<string> Snapshots =>
        [.. Directory.EnumerateFiles(Slices, "TheSlices.*.verified.txt").Select(path => Path.GetFileName(path)).Order()];

    [Theory]
    [MemberData(nameof(Snapshots))]
    public void FindsNothingInWhatScaffoldingWrites(string snapshot)
    {
        var folder = Directory.CreateTempSubdirectory("be-lint-");
        try
        {
            foreach (var file in File.ReadAllText(Path.Combine(Slices, snapshot)).Split(Heading))
            {
                var (name, text) = (file.Split('\n')[0].Trim(), file[(file.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
                if (name.EndsWith(".sql", StringComparison.Ordinal))
                    File.WriteAllText(Path.Combine(folder.FullName, name.Replace('/', '_')), text);
            }

            Assert.DoesNotContain(Problems(folder.FullName), problem => !Exceptions.Any(each => Fits(problem, each)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void FindsNothingInWhatASolutionBeginsWith() => Assert.Empty(Problems(PathFromHere("../../../templates/shared/migrations")));

    private static bool Fits(string problem, (string File, string Rule) exception) =>
        problem.Contains(exception.File, StringComparison.Ordinal) && problem.Contains($" {exception.Rule}: ", StringComparison.Ordinal);

    /// <summary>Advice aside: it fails no build.</summary>
    private static IEnumerable<string> Problems(string folder)
    {
        var paths = Directory.EnumerateFiles(folder, "*.sql").Order(StringComparer.Ordinal).ToList();
        return new Linter(AllRules.List, new LintOptions { SchemasAreModules = true, RunnerSetsTimeouts = true })
            .Check(paths, paths.ToHashSet())
            .Where(finding => finding.Severity > Severity.Advice)
            .Select(finding => $"{Path.GetFileName(finding.File)}:{finding.Line} {finding.Rule}: {finding.Message}");
    }

    private static string PathFromHere(string path, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, path));
}
