namespace Be.Postgres.Review;

/// <summary>What a review found.</summary>
/// <param name="Server">The server's version.</param>
/// <param name="Findings">In the order of the rules.</param>
/// <param name="Unseen">What could not be looked at, and why.</param>
public sealed record ReviewReport(string Server, IReadOnlyList<ReviewFinding> Findings, IReadOnlyList<Unseen> Unseen)
{
    private const int Best = 100;

    /// <summary>The findings, the most urgent first, then the heaviest.</summary>
    public IReadOnlyList<ReviewFinding> ByUrgency =>
        [
            .. Findings
                .OrderByDescending(finding => finding.Urgency)
                .ThenByDescending(finding => finding.Weight)
                .ThenBy(finding => finding.Subject, StringComparer.Ordinal),
        ];

    /// <summary>The most urgent of <see cref="ByUrgency"/>: among those that are as urgent, one of each rule comes before a second of any.</summary>
    public IReadOnlyList<ReviewFinding> MostUrgent(int count) =>
        [
            .. ByUrgency
                .GroupBy(finding => (finding.Urgency, finding.Rule.Id))
                .SelectMany(rule => rule.Index())
                .OrderByDescending(finding => finding.Item.Urgency)
                .ThenBy(finding => finding.Index)
                .Take(count)
                .Select(finding => finding.Item),
        ];

    /// <summary>
    /// Of 100: each rule that is broken takes 40 (now), 15 (soon) or 5 (advice), and for more places of it up to as much again, on a logarithmic
    /// scale.
    /// </summary>
    public int ScoreOf(Area area)
    {
        var lost = Findings
            .Where(finding => finding.Rule.Area == area)
            .GroupBy(finding => finding.Rule.Id)
            .Sum(rule => Cost(rule.Max(finding => finding.Urgency)) * (1 + Math.Min(1, Math.Log10(rule.Count()) / 2)));
        return (int)Math.Max(0, Math.Round(Best - lost));
    }

    /// <summary>The mean of the areas.</summary>
    public int Score => (int)Math.Round(Enum.GetValues<Area>().Average(ScoreOf));

    private static int Cost(Urgency urgency) =>
        urgency switch
        {
            Urgency.Now => 40,
            Urgency.Soon => 15,
            _ => 5,
        };
}

/// <summary>A place that breaks a rule.</summary>
/// <param name="Subject">The object, as SQL would name it.</param>
/// <param name="Detail">One line about it.</param>
/// <param name="Weight">By which the worst comes first.</param>
/// <param name="Urgency">The rule's, unless the row says otherwise.</param>
/// <param name="Fix">What mends it; null where that takes a decision.</param>
public sealed record ReviewFinding(ReviewRule Rule, string Subject, string Detail, double Weight, Urgency Urgency, MigrationPair? Fix);

/// <summary>A rule that could not look.</summary>
/// <param name="Why">And what would let it.</param>
public sealed record Unseen(string Rule, string Why);
