using Microsoft.AspNetCore.Identity;
using Acme.Platform.Errors;

namespace Acme.Platform.Accounts;

/// <summary>What is wrong with a password, as the rest of a sentence that begins with the field.</summary>
internal sealed class PasswordErrors : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) =>
        new() { Code = nameof(PasswordTooShort), Description = $"must have at least {length} characters" };

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        new() { Code = nameof(PasswordRequiresUniqueChars), Description = $"must have at least {uniqueChars} different characters" };

    /// <summary>The answer to a password that is refused.</summary>
    public static ApiError Refuse(string field, IdentityResult refusal) =>
        ApiError.Invalid([.. refusal.Errors.Select(error => new FieldError(field, error.Description))]);

    public static bool IsAbout(IdentityResult refusal, string code) => refusal.Errors.Any(error => error.Code == code);
}

/// <summary>A password that is the user's address is everybody's first guess.</summary>
internal sealed class PasswordIsNotTheAddress : IPasswordValidator<User>
{
    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) => Task.FromResult(
        string.Equals(user.Email, password, StringComparison.OrdinalIgnoreCase)
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordIsTheAddress", Description = "must not be the e-mail address" })
            : IdentityResult.Success);
}
