using Be.Postgres.Review;

namespace Be.Postgres.Tests.Review;

public sealed class PuttingTheMostUrgentFirst
{
    private static readonly ReviewRule[] Rules = [.. AllReviewRules.List.Take(3)];

    [Fact]
    public void TakesOneOfEachRuleBeforeASecondOfAny()
    {
        var report = Report((0, "a", 9, Urgency.Soon), (0, "b", 8, Urgency.Soon), (1, "c", 7, Urgency.Soon), (2, "d", 1, Urgency.Soon));

        Assert.Equal(["a", "c", "d", "b"], report.MostUrgent(5).Select(finding => finding.Subject));
        Assert.Equal(["a", "b", "c", "d"], report.ByUrgency.Select(finding => finding.Subject));
    }

    [Fact]
    public void TakesNoneThatIsLessUrgentFirst()
    {
        var report = Report((0, "a", 9, Urgency.Now), (0, "b", 1, Urgency.Now), (1, "c", 99, Urgency.Soon), (2, "d", 100, Urgency.Advice));

        Assert.Equal(["a", "b", "c"], report.MostUrgent(3).Select(finding => finding.Subject));
    }

    [Fact]
    public void TakesARuleAgainWhereItsRowsAreLessUrgent()
    {
        var report = Report((0, "a", 1, Urgency.Soon), (0, "b", 2, Urgency.Now), (1, "c", 3, Urgency.Soon), (1, "d", 2, Urgency.Soon));

        Assert.Equal(["b", "c", "a", "d"], report.MostUrgent(4).Select(finding => finding.Subject));
    }

    private static ReviewReport Report(params (int Rule, string Subject, double Weight, Urgency Urgency)[] findings) =>
        new(
            "18.0",
            [.. findings.Select(one => new ReviewFinding(Rules[one.Rule], one.Subject, "as it is", one.Weight, one.Urgency, Fix: null))],
            []
        );
}
