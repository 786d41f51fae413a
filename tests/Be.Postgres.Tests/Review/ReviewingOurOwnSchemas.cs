using System.Runtime.CompilerServices;
using Be.Postgres.Review;

namespace Be.Postgres.Tests.Review;

/// <summary>What we write ourselves keeps every rule about schemas; each exception stands here.</summary>
public sealed class ReviewingOurOwnSchemas(TestServer server)
{
    private const string Heading = "━━━━━━━━ ";

    private static readonly HashSet<Area> OfTheCatalogue = [Area.Integrity, Area.Indexes, Area.Schema, Area.Security];

    [Fact]
    public async Task FindsNothingInWhatScaffoldingMakes()
    {
        await using var database = await server.NewDatabaseAsync();
        var snapshot = File.ReadAllText(
            PathFromHere("../../Be.Scaffolding.Tests/Rendering/TheSlices.OfEveryFieldTypeAndReference.verified.txt")
        );
        foreach (var file in snapshot.Split(Heading).Where(file => file.StartsWith("migrations/", StringComparison.Ordinal)))
        {
            var end = file.IndexOf('\n', StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(database.Root, file[..end].Trim()), file[(end + 1)..]);
        }

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
        foreach (var file in Directory.EnumerateFiles(PathFromHere("../../../templates/shared/migrations"), "*.sql"))
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

    private static string PathFromHere(string path, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, path));
}
