using Be.Postgres.Review;
using Be.Scaffolding.Planning;
using Be.Scaffolding.Rendering.Migrations;

namespace Be.Cli.Commands;

/// <summary>What mends findings, as migrations of a solution.</summary>
internal static class ReviewFixes
{
    /// <summary>A file for each fix that is not there yet, the most urgent first.</summary>
    /// <param name="root">The solution's root.</param>
    /// <param name="reviewed">What was found, with the folder of that database's migrations, relative to the root.</param>
    /// <param name="now">The clock.</param>
    public static ChangeSet Plan(string root, IEnumerable<(string Folder, ReviewReport Report)> reviewed, DateTimeOffset now) =>
        new([.. reviewed.SelectMany(one => Plan(new MigrationPlan(root, one.Folder, now), one.Folder, one.Report))]);

    private static IEnumerable<Change> Plan(MigrationPlan plan, string folder, ReviewReport report) =>
        plan.Of(
            report
                .ByUrgency.Select(finding => finding.Fix)
                .OfType<MigrationPair>()
                .DistinctBy(fix => fix.Up)
                .Select(fix => new MigrationFile(fix.Name, fix.Text, folder))
                .Where(file => !plan.Has(file))
        );
}
