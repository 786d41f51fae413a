namespace Acme.Platform.Limits;

/// <summary>How long a request may take; the section <c>RequestTimeouts</c> of the configuration.</summary>
public sealed class RequestTimeoutSettings
{
    /// <summary>
    /// Longer than the database may take (see <c>DataSource</c>), so that a caller is told what failed; shorter than the time that the host gives
    /// requests at shutdown, 30 s. An endpoint that needs more says so itself: <c>WithRequestTimeout</c>.
    /// </summary>
    public TimeSpan Default { get; set; } = TimeSpan.FromSeconds(20);

    internal bool IsValid => Default > TimeSpan.Zero && Default <= TimeSpan.FromSeconds(30);
}
