using Be.Postgres.Review;

namespace Be.Cli.Commands;

/// <summary>A database with what a review found in it.</summary>
/// <param name="Service">Whose it is; null where that is not known.</param>
/// <param name="Description">Which one, without the password.</param>
/// <param name="IsWhole">Whether all rules were asked, so that scores say something.</param>
internal sealed record ReviewedDatabase(ServiceDatabase? Service, string Description, ReviewReport Report, bool IsWhole)
{
    /// <summary>How many are first.</summary>
    private const int First = 5;

    /// <summary>The service's name; null where there is one database.</summary>
    public string? ServiceName => Service?.Service?.Pascal;

    public int Count(Urgency urgency) => Report.Findings.Count(finding => finding.Urgency == urgency);

    public int Count(Area area, Urgency urgency) =>
        Report.Findings.Count(finding => finding.Rule.Area == area && finding.Urgency == urgency);

    /// <summary>The five that come first, with all about them.</summary>
    public IReadOnlyList<ReviewFinding> MostUrgent { get; } = Report.MostUrgent(First);

    /// <summary>All but the most urgent, those of a rule together, in the order of the first of each.</summary>
    public IEnumerable<IGrouping<ReviewRule, ReviewFinding>> Rest =>
        Report.ByUrgency.Where(finding => !MostUrgent.Any(first => ReferenceEquals(first, finding))).GroupBy(finding => finding.Rule);

    /// <summary>In a line.</summary>
    public string Summary
    {
        get
        {
            var fixes = Report.Findings.Count(finding => finding.Fix is not null);
            var counts = string.Join(", ", Urgencies.Select(urgency => $"{Count(urgency)} {WordOf(urgency)}"));
            var total = Report.Findings.Count == 1 ? "1 finding" : $"{Report.Findings.Count} findings";
            return fixes == 0 ? $"{total}: {counts}" : $"{total}: {counts}; {fixes} with a migration, which --write-fixes writes";
        }
    }

    /// <summary>The most urgent first.</summary>
    public static IReadOnlyList<Urgency> Urgencies { get; } = [Urgency.Now, Urgency.Soon, Urgency.Advice];

    public static IReadOnlyList<Area> Areas { get; } = Enum.GetValues<Area>();

    /// <summary>In lower case, as it is printed and typed.</summary>
    public static string WordOf(Enum value) => value.ToString().ToLowerInvariant();

    /// <summary>A name in a database may hold anything, also what a terminal would obey.</summary>
    public static string Plain(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter));
}
