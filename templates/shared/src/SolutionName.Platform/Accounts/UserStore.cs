using Microsoft.AspNetCore.Identity;
using Npgsql;
using Acme.Platform.Database;

namespace Acme.Platform.Accounts;

/// <summary>The table <c>accounts.users</c>, as ASP.NET Core Identity works on it.</summary>
internal sealed class UserStore(DatabaseSession database, IdentityErrorDescriber errors)
    : IUserPasswordStore<User>, IUserEmailStore<User>, IUserSecurityStampStore<User>
{
    private const string Columns = "id, email, normalized_email, is_confirmed, password_hash, security_stamp, created_at";

    /// <summary>Adds a user, who is a member. An address that nobody has confirmed yet can be taken anew: the latest password is the one that counts.</summary>
    public async Task<IdentityResult> CreateAsync(User user, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            with created as (
                insert into accounts.users (id, email, normalized_email, is_confirmed, password_hash, security_stamp)
                values ($1, $2, $3, $4, $5, $6)
                on conflict (normalized_email) do update
                set email = excluded.email, is_confirmed = excluded.is_confirmed, password_hash = excluded.password_hash,
                    security_stamp = excluded.security_stamp, updated_at = now()
                where not users.is_confirmed
                returning id
            ), granted as (
                insert into accounts.user_roles (user_id, role) select id, $7 from created on conflict do nothing
            )
            select id from created
            """);
        command.With(user.Id).With(user.Email).With(user.NormalizedEmail).With(user.IsConfirmed).With(user.PasswordHash).With(user.SecurityStamp);
        if (await command.With(RoleStore.Member).ExecuteScalarAsync(cancellationToken) is not Guid id)
            return IdentityResult.Failed(errors.DuplicateEmail(user.Email));

        (user.Id, user.StoredStamp) = (id, user.SecurityStamp);
        return IdentityResult.Success;
    }

    /// <summary>Writes what has changed, unless somebody else changed the password or the address meanwhile.</summary>
    public async Task<IdentityResult> UpdateAsync(User user, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            update accounts.users
            set is_confirmed = $3, password_hash = $4, security_stamp = $5, updated_at = now()
            where id = $1 and security_stamp = $2
            """);
        command.With(user.Id).With(user.StoredStamp).With(user.IsConfirmed).With(user.PasswordHash).With(user.SecurityStamp);
        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0)
            return IdentityResult.Failed(errors.ConcurrencyFailure());

        user.StoredStamp = user.SecurityStamp;
        return IdentityResult.Success;
    }

    /// <summary>Removes users who did not confirm their address within a week.</summary>
    public static async Task RemoveUnconfirmedAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("delete from accounts.users where not is_confirmed and updated_at <= now() - interval '7 days'");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<IdentityResult> DeleteAsync(User user, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("delete from accounts.users where id = $1");
        await command.With(user.Id).ExecuteNonQueryAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<User?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select {Columns} from accounts.users where id = $1");
        return await command.With(Guid.Parse(userId)).FindAsync(Read, cancellationToken);
    }

    public async Task<User?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select {Columns} from accounts.users where normalized_email = $1");
        return await command.With(normalizedEmail).FindAsync(Read, cancellationToken);
    }

    /// <summary>Users are called as their address is.</summary>
    public Task<User?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindByEmailAsync(normalizedUserName, cancellationToken);

    public Task<string> GetUserIdAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(User user, CancellationToken cancellationToken) => GetEmailAsync(user, cancellationToken);

    public Task SetUserNameAsync(User user, string? userName, CancellationToken cancellationToken) => SetEmailAsync(user, userName, cancellationToken);

    public Task<string?> GetNormalizedUserNameAsync(User user, CancellationToken cancellationToken) => GetNormalizedEmailAsync(user, cancellationToken);

    public Task SetNormalizedUserNameAsync(User user, string? normalizedName, CancellationToken cancellationToken) =>
        SetNormalizedEmailAsync(user, normalizedName, cancellationToken);

    public Task<string?> GetEmailAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task SetEmailAsync(User user, string? email, CancellationToken cancellationToken) => Set(() => user.Email = email!);

    public Task<string?> GetNormalizedEmailAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.NormalizedEmail);

    public Task SetNormalizedEmailAsync(User user, string? normalizedEmail, CancellationToken cancellationToken) =>
        Set(() => user.NormalizedEmail = normalizedEmail);

    public Task<bool> GetEmailConfirmedAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.IsConfirmed);

    public Task SetEmailConfirmedAsync(User user, bool confirmed, CancellationToken cancellationToken) => Set(() => user.IsConfirmed = confirmed);

    public Task<string?> GetPasswordHashAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task SetPasswordHashAsync(User user, string? passwordHash, CancellationToken cancellationToken) => Set(() => user.PasswordHash = passwordHash);

    public Task<bool> HasPasswordAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task<string?> GetSecurityStampAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.SecurityStamp);

    public Task SetSecurityStampAsync(User user, string stamp, CancellationToken cancellationToken) => Set(() => user.SecurityStamp = stamp);

    public void Dispose()
    {
        // The session is the request's.
    }

    private static Task Set(Action set)
    {
        set();
        return Task.CompletedTask;
    }

    private static User Read(NpgsqlDataReader row) => new(row.GetString(1))
    {
        Id = row.GetGuid(0),
        NormalizedEmail = row.GetString(2),
        IsConfirmed = row.GetBoolean(3),
        PasswordHash = row.GetString(4),
        SecurityStamp = row.GetString(5),
        StoredStamp = row.GetString(5),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(6),
    };
}
