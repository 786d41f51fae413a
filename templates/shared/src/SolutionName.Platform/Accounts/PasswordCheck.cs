using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Acme.Platform.Database;

namespace Acme.Platform.Accounts;

/// <summary>
/// Tells whether a password is a user's: in the same time whether there is such a user, and only so often. An attempt is counted before it is made, so
/// that many at once are no more than one after the other.
/// </summary>
internal sealed class PasswordCheck(UserManager<User> users, DatabaseSession database, IOptions<IdentityOptions> options, Decoy decoy)
{
    /// <returns>Whether it is, and the user is neither locked out nor unconfirmed.</returns>
    public async Task<bool> IsRightAsync(User? user, string password, CancellationToken cancellationToken)
    {
        if (user is null || !await CountAsync(user, cancellationToken))
        {
            users.PasswordHasher.VerifyHashedPassword(null!, decoy.HashBy(users.PasswordHasher), password);
            return false;
        }

        if (!await users.CheckPasswordAsync(user, password) || !user.IsConfirmed)
            return false;

        await ForgetAsync(user, cancellationToken);
        return true;
    }

    /// <summary>Ends a lockout: the user is known now.</summary>
    public async Task ForgetAsync(User user, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "update accounts.users set failed_attempts = 0, locked_until = null where id = $1 and failed_attempts > 0");
        await command.With(user.Id).ExecuteNonQueryAsync(cancellationToken);
    }

    /// <returns>Whether there may be another attempt.</returns>
    private async Task<bool> CountAsync(User user, CancellationToken cancellationToken)
    {
        var lockout = options.Value.Lockout;
        await using var command = database.CreateCommand(
            """
            update accounts.users
            set failed_attempts = case when locked_until is null then failed_attempts + 1 else 1 end,
                locked_until = case when locked_until is null and failed_attempts + 1 >= $2 then now() + $3 end
            where id = $1 and (locked_until is null or locked_until <= now())
            """);
        command.With(user.Id).With(lockout.MaxFailedAccessAttempts).With(lockout.DefaultLockoutTimeSpan);
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }
}

/// <summary>A password that nobody has, to be checked where there is none to check.</summary>
internal sealed class Decoy
{
    private string? hash;

    public string HashBy(IPasswordHasher<User> hasher) => hash ??= hasher.HashPassword(null!, RandomNumberGenerator.GetHexString(32));
}
