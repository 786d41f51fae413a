namespace Acme.Platform.Accounts;

/// <summary>Somebody who can log in, with an e-mail address and a password.</summary>
/// <param name="email">The address, as they wrote it.</param>
internal sealed class User(string email)
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public string Email { get; set; } = email;

    /// <summary>The address as it is looked up: however it is written, it is one user's.</summary>
    public string? NormalizedEmail { get; set; }

    /// <summary>Whether the address is shown to be theirs. Nobody logs in before.</summary>
    public bool IsConfirmed { get; set; }

    public string? PasswordHash { get; set; }

    /// <summary>Changes with the password: what was mailed before is void then.</summary>
    public string? SecurityStamp { get; set; }

    /// <summary>The stamp that the row has, as far as is known here.</summary>
    public string? StoredStamp { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}
