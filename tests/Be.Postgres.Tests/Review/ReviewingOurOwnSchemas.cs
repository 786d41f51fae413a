using Be.Postgres.Review;

namespace Be.Postgres.Tests.Review;

/// <summary>What we write ourselves keeps every rule about schemas; each exception stands here.</summary>
public sealed class ReviewingOurOwnSchemas(TestServer server)
{
    private static readonly HashSet<Area> OfTheCatalogue = [Area.Integrity, Area.Indexes, Area.Schema, Area.Security];

    [Fact]
    public async Task FindsNothingInWhatScaffoldingMakes()
    {
        await using var database = await server.NewDatabaseAsync();
        foreach (var (name, text) in OurMigrations.Of("TheSlices.OfEveryFieldTypeAndReference.verified.txt"))
            File.WriteAllText(Path.Combine(database.Folder, name.Replace("migrations_", "", StringComparison.Ordinal)), text);

        // The tables of jobs are Quartz's, and the snapshot has fields that are called as words of SQL on purpose.
        Assert.All(
            await ProblemsAsync(database),
            problem => Assert.Matches("^(all-nullable-table jobs\\.qrtz_|column-needs-quotes sales\\.everythings:)", problem)
        );
    }

    [Fact]
    public async Task FindsNothingInWhatASolutionBeginsWith()
    {
        await using var database = await server.NewDatabaseAsync();
        foreach (var file in Directory.EnumerateFiles(OurMigrations.OfANewSolution, "*.sql"))
            File.Copy(file, Path.Combine(database.Folder, Path.GetFileName(file)));

        Assert.Empty(await ProblemsAsync(database));
    }

    private static async Task<List<string>> ProblemsAsync(TestDatabase database)
    {
        Assert.NotEmpty(await database.MigrateAsync());
        // As every server is from version 15 on.
        await database.ExecuteAsync("revoke create on schema public from public; analyze");
        var rules = AllReviewRules.List.Where(rule => OfTheCatalogue.Contains(rule.Area)).ToList();
        var report = await new Reviewer(rules).ReviewAsync(database.Source, TestContext.Current.CancellationToken);
        return [.. report.Findings.Select(finding => $"{finding.Rule.Id} {finding.Subject}: {finding.Detail}")];
    }
}
