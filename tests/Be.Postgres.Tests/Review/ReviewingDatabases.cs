using Be.Postgres.Lint;
using Be.Postgres.Review;

namespace Be.Postgres.Tests.Review;

public sealed class ReviewingDatabases(TestServer server, SharedDatabase shared) : IClassFixture<SharedDatabase>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Bad => Named(each => each.IsBad);

    public static TheoryData<string, string> Good => Named(each => !each.IsBad);

    public static TheoryData<string, string> Mendable => Named(each => each.IsBad && HasFix(RuleOf(each.Rule)));

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task FindsWhatBreaksARule(string rule, string title)
    {
        var database = await shared.EmptiedAsync();
        var it = Case(rule, title, isBad: true);
        if (!await it.MakeAsync(database.Source, Token))
            return; // this server is too old for the syntax

        var report = await ReviewAsync(database, rule);

        Assert.Empty(report.Unseen);
        Assert.NotEmpty(report.Findings);
        if (it.Expected.Count > 0)
            Assert.Equal(it.Expected, report.Findings.Select(finding => finding.Subject).Order(StringComparer.Ordinal));
        Assert.All(report.Findings, finding => Assert.NotEmpty(finding.Detail));
        Assert.All(report.Findings, finding => Assert.DoesNotContain('\n', finding.Subject + finding.Detail));
    }

    [Theory]
    [MemberData(nameof(Good))]
    public async Task FindsNothingInWhatKeepsIt(string rule, string title)
    {
        var database = await shared.EmptiedAsync();
        if (!await Case(rule, title, isBad: false).MakeAsync(database.Source, Token))
            return; // this server is too old for the syntax

        var report = await ReviewAsync(database, rule);

        Assert.Empty(report.Unseen);
        Assert.Empty(report.Findings.Select(finding => $"{finding.Subject}: {finding.Detail}"));
    }

    [Theory]
    [MemberData(nameof(Mendable))]
    public async Task AFixMendsWhatItFoundAndPassesTheLinter(string rule, string title)
    {
        await using var database = await server.NewDatabaseAsync();
        await Case(rule, title, isBad: true).MakeAsync(database.Source, Token);
        var found = (await ReviewAsync(database, rule)).Findings;
        var files = Write(database, found);

        Assert.Empty(Problems(files.Select(file => Path.Combine(database.Folder, file))));
        Assert.Equal(files, await database.MigrateAsync());
        Assert.Equal(files.Reverse(), await database.RollbackAsync(Math.Max(1, files.Length)));
        Assert.Equal(files, await database.MigrateAsync());

        Assert.Equal(
            found.Where(finding => finding.Fix is null).Select(finding => finding.Subject).Order(StringComparer.Ordinal),
            (await ReviewAsync(database, rule)).Findings.Select(finding => finding.Subject).Order(StringComparer.Ordinal)
        );
    }

    private static IEnumerable<string> Problems(IEnumerable<string> files) =>
        new Linter(AllRules.List, new LintOptions { RunnerSetsTimeouts = true })
            .Check([.. files], files.ToHashSet())
            .Where(finding => finding.Severity > Severity.Advice)
            .Select(finding => $"{finding.Rule}: {finding.Message}");

    private static Task<ReviewReport> ReviewAsync(TestDatabase database, string rule) =>
        new Reviewer([RuleOf(rule)]).ReviewAsync(database.Source, Token);

    /// <summary>Makes files of the fixes, as <c>be db review --write-fixes</c> does.</summary>
    private static string[] Write(TestDatabase database, IReadOnlyList<ReviewFinding> findings)
    {
        var fixes = findings.Select(finding => finding.Fix).OfType<MigrationPair>().ToList();
        var files = fixes.Select((fix, at) => $"{at + 1:D3}_{fix.Name}.sql").ToArray();
        foreach (var (file, fix) in files.Zip(fixes))
            File.WriteAllText(Path.Combine(database.Folder, file), fix.Text);
        return files;
    }

    private static ReviewRule RuleOf(string id) => AllReviewRules.List.Single(rule => rule.Id == id);

    private static bool HasFix(ReviewRule rule) => rule.GetType().GetMethod(nameof(ReviewRule.Fix))!.DeclaringType != typeof(ReviewRule);

    private static ReviewCase Case(string rule, string title, bool isBad) =>
        ReviewCase.All.Single(each => each.Rule == rule && each.Title == title && each.IsBad == isBad);

    private static TheoryData<string, string> Named(Func<ReviewCase, bool> isWanted)
    {
        var data = new TheoryData<string, string>();
        foreach (var each in ReviewCase.All.Where(isWanted))
            data.Add(each.Rule, each.Title);
        return data;
    }
}
