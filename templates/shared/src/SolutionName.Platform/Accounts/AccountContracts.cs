using System.ComponentModel.DataAnnotations;
using Acme.Platform.Validation;

namespace Acme.Platform.Accounts;

internal sealed record RegisterRequest
{
    [Required, Email]
    public string? Email { get; init; }

    [Required, Password(IsNew = true)]
    public string? Password { get; init; }
}

internal sealed record LogInRequest
{
    [Required, Email]
    public string? Email { get; init; }

    [Required, Password]
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
    [Required, Text(TokenDescription.MaxLength)]
    public string? RefreshToken { get; init; }
}

internal sealed record ChangePasswordRequest
{
    [Required, Password]
    public string? CurrentPassword { get; init; }

    [Required, Password(IsNew = true)]
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

    [Required, Password(IsNew = true)]
    public string? NewPassword { get; init; }
}

/// <summary>What a role grants.</summary>
internal sealed record RoleRequest
{
    /// <summary>How many permissions a role grants at most.</summary>
    internal const int MaxPermissions = 200;

    [Required, Items(MaxPermissions), PermissionName]
    public IReadOnlyList<string>? Permissions { get; init; }
}

/// <summary>Who calls.</summary>
internal sealed record AccountResponse(
    Guid Id,
    [property: Email] string Email,
    [property: Items(RoleStore.MaxRoles), RoleName] IReadOnlyList<string> Roles,
    [property: Items(AccountResponse.MaxPermissions), PermissionName(OrEverything = true)] IReadOnlyList<string> Permissions,
    DateTimeOffset CreatedAt)
{
    /// <summary>A token with more would not fit into the header of a request.</summary>
    internal const int MaxPermissions = 1_000;
}

internal sealed record UserResponse(
    Guid Id,
    [property: Email] string Email,
    bool IsConfirmed,
    [property: Items(RoleStore.MaxRoles), RoleName] IReadOnlyList<string> Roles,
    DateTimeOffset CreatedAt);

internal sealed record RoleResponse(
    [property: RoleName] string Name,
    [property: Items(RoleRequest.MaxPermissions), PermissionName(OrEverything = true)] IReadOnlyList<string> Permissions);

internal sealed record RoleList([property: Items(RoleStore.MaxRoles)] IReadOnlyList<RoleResponse> Data);
