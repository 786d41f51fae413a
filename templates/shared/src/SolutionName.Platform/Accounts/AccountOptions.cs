namespace Acme.Platform.Accounts;

/// <summary>How long tokens last, and who the first administrator is; the section <c>Accounts</c> of the configuration.</summary>
public sealed class AccountOptions
{
    internal static readonly TimeSpan MaxAccessTokenLifetime = TimeSpan.FromMinutes(5);

    /// <summary>How long an access token is good, and so how long it outlives its session and the loss of a permission. At most 5 minutes.</summary>
    public TimeSpan AccessTokenLifetime { get; set; } = MaxAccessTokenLifetime;

    /// <summary>How long a session lasts that is not refreshed.</summary>
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromDays(14);

    /// <summary>How long what was mailed can be used, to confirm an address or to reset a password.</summary>
    public TimeSpan MailLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Who becomes administrator at the start of the program when nobody is.</summary>
    public FirstAdministrator Administrator { get; set; } = new();

    internal bool IsValid =>
        AccessTokenLifetime > TimeSpan.Zero
        && AccessTokenLifetime <= MaxAccessTokenLifetime
        && SessionLifetime >= AccessTokenLifetime
        && MailLifetime > TimeSpan.Zero;
}

/// <summary>The first administrator; nobody unless both are given.</summary>
public sealed class FirstAdministrator
{
    public string? Email { get; set; }

    public string? Password { get; set; }

    /// <summary>A variable of the environment that is empty is as good as none.</summary>
    internal bool IsGiven => !string.IsNullOrEmpty(Email) && !string.IsNullOrEmpty(Password);

    internal bool IsHalfGiven => string.IsNullOrEmpty(Email) != string.IsNullOrEmpty(Password);
}
