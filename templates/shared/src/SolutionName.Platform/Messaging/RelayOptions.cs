namespace Acme.Platform.Messaging;

/// <summary>How events are relayed; the section <c>Messaging</c> of the configuration.</summary>
public sealed class RelayOptions
{
    /// <summary>How many events, each with another key, one transaction takes.</summary>
    public int BatchSize { get; set; } = 50;

    /// <summary>How many of them are delivered at a time.</summary>
    public int Parallelism { get; set; } = 4;

    /// <summary>How long the relay sleeps when nothing wakes it.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a consumer may take.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>After how many failures an event becomes a dead letter: with the times below, after about three hours.</summary>
    public int MaxAttempts { get; set; } = 15;

    /// <summary>The time before the second attempt; it doubles from one to the next.</summary>
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest time between two attempts.</summary>
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long it is remembered which events were taken.</summary>
    public TimeSpan InboxRetention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// The time before the next attempt: from half of the doubled time to all of it, so that what failed together does not come again together.
    /// </summary>
    /// <param name="failures">How often it has failed so far.</param>
    /// <param name="chance">From 0 to 1.</param>
    internal TimeSpan RetryAfter(int failures, double chance)
    {
        var doubled = Math.Min(FirstRetry.TotalSeconds * Math.Pow(2, failures - 1), LongestRetry.TotalSeconds);
        return TimeSpan.FromSeconds(doubled * (0.5 + (chance / 2)));
    }
}
