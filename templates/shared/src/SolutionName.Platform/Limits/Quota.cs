namespace Acme.Platform.Limits;

/// <summary>So many requests in so much time: as a bucket that holds them all and fills up again evenly.</summary>
public sealed class Quota
{
    /// <summary>How many requests may come at once, after none has come for a while.</summary>
    public int Permits { get; set; } = 6000;

    /// <summary>How long it takes until as many may come again.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(1);

    internal bool IsValid => Permits > 0 && Window > TimeSpan.Zero && Window <= TimeSpan.FromDays(1);

    /// <summary>The time that one permit takes to come back.</summary>
    internal TimeSpan Interval => Window / Permits;
}
