using System.ComponentModel.DataAnnotations;
using Acme.Platform.Validation;

namespace Acme.Platform.Accounts;

/// <summary>An address and a password: to register, and to log in.</summary>
internal sealed record CredentialsRequest
{
    [Required, Email]
    public string? Email { get; init; }

    [Required, Text(128)]
    public string? Password { get; init; }
}

internal sealed record ConfirmRequest
{
    [Required, Email]
    public string? Email { get; init; }

    /// <summary>What was mailed.</summary>
    [Required, Text(2_000)]
    public string? Token { get; init; }
}

internal sealed record RefreshRequest
{
    [Required, Text(16_000)]
    public string? RefreshToken { get; init; }
}

internal sealed record ChangePasswordRequest
{
    [Required, Text(128)]
    public string? CurrentPassword { get; init; }

    [Required, Text(128)]
    public string? NewPassword { get; init; }
}

internal sealed record RequestPasswordResetRequest
{
    [Required, Email]
    public string? Email { get; init; }
}

internal sealed record ResetPasswordRequest
{
    [Required, Email]
    public string? Email { get; init; }

    /// <summary>What was mailed.</summary>
    [Required, Text(2_000)]
    public string? Token { get; init; }

    [Required, Text(128)]
    public string? NewPassword { get; init; }
}

/// <summary>What a role grants.</summary>
internal sealed record RoleRequest
{
    [Required, Items(200), PermissionName]
    public IReadOnlyList<string>? Permissions { get; init; }
}

/// <summary>Who calls.</summary>
internal sealed record AccountResponse(Guid Id, string Email, IReadOnlyList<string> Roles, IReadOnlyList<string> Permissions, DateTimeOffset CreatedAt);

internal sealed record UserResponse(Guid Id, string Email, bool IsConfirmed, IReadOnlyList<string> Roles, DateTimeOffset CreatedAt);

internal sealed record RoleResponse(string Name, IReadOnlyList<string> Permissions);

internal sealed record RoleList(IReadOnlyList<RoleResponse> Data);
