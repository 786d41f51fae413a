using Npgsql;
using Acme.Platform.Database;
using Acme.Platform.Lists;

namespace Acme.Platform.Accounts;

/// <summary>Roles, the permissions that they grant, and who has them.</summary>
internal sealed class RoleStore(DatabaseSession database)
{
    /// <summary>May do everything. Somebody always is one.</summary>
    public const string Administrator = "administrator";

    /// <summary>What everybody is who registers. Grants nothing until an administrator says what.</summary>
    public const string Member = "member";

    /// <summary>More than there are.</summary>
    public const int MaxRoles = 1_000;

    private const string UserColumns =
        "id, email, is_confirmed, array(select role from accounts.user_roles where user_id = users.id order by role), created_at";

    private static readonly ListTable Users = new("accounts.users", UserColumns, ["id", "email"]);

    public static bool IsBuiltIn(string role) => role is Administrator or Member;

    public async Task<IReadOnlyList<RoleResponse>> ListAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select name, array(select permission from accounts.role_permissions where role = name order by permission)
            from accounts.roles
            order by name
            limit $1
            """);
        return await command.With(MaxRoles).ListAsync(row => new RoleResponse(row.GetString(0), row.GetFieldValue<string[]>(1)), cancellationToken);
    }

    /// <summary>Makes a role, or changes what it grants.</summary>
    public Task<RoleResponse> PutAsync(string role, IReadOnlyCollection<string> permissions, CancellationToken cancellationToken)
    {
        var granted = permissions.Distinct().Order(StringComparer.Ordinal).ToArray();
        return database.InTransactionAsync(
            async cancellation =>
            {
                await using var add = database.CreateCommand(
                    "insert into accounts.roles (name) values ($1) on conflict (name) do update set name = excluded.name");
                await add.With(role).ExecuteNonQueryAsync(cancellation);
                await using var revoke = database.CreateCommand("delete from accounts.role_permissions where role = $1 and permission <> all ($2)");
                await revoke.With(role).With(granted).ExecuteNonQueryAsync(cancellation);
                await using var grant = database.CreateCommand(
                    "insert into accounts.role_permissions (role, permission) select $1, unnest($2) on conflict do nothing");
                await grant.With(role).With(granted).ExecuteNonQueryAsync(cancellation);
                return new RoleResponse(role, granted);
            },
            cancellationToken);
    }

    /// <summary>Removes a role, also from those who have it.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> DeleteAsync(string role, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("delete from accounts.roles where name = $1");
        return await command.With(role).ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    /// <returns>Whether there are such a user and such a role.</returns>
    public async Task<bool> GrantAsync(Guid user, string role, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            with found as (
                select users.id, roles.name
                from accounts.users, accounts.roles
                where users.id = $1 and roles.name = $2
            ), granted as (
                insert into accounts.user_roles (user_id, role) select id, name from found on conflict do nothing
            )
            select exists (select from found)
            """);
        return await command.With(user).With(role).ExecuteScalarAsync(cancellationToken) is true;
    }

    /// <returns>Whether the user no longer has the role: the last administrator keeps it.</returns>
    public Task<bool> RevokeAsync(Guid user, string role, CancellationToken cancellationToken) => database.InTransactionAsync(
        async cancellation =>
        {
            // Of two who revoke each other one waits here.
            await using var @lock = database.CreateCommand("select 1 from accounts.roles where name = $1 for update");
            await @lock.With(role).ExecuteScalarAsync(cancellation);
            await using var others = database.CreateCommand("select exists (select from accounts.user_roles where role = $1 and user_id <> $2)");
            if (role == Administrator && await others.With(role).With(user).ExecuteScalarAsync(cancellation) is false)
                return false;

            await using var revoke = database.CreateCommand("delete from accounts.user_roles where user_id = $1 and role = $2");
            await revoke.With(user).With(role).ExecuteNonQueryAsync(cancellation);
            return true;
        },
        cancellationToken);

    public async Task<bool> HasAdministratorAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select exists (select from accounts.user_roles where role = $1)");
        return await command.With(Administrator).ExecuteScalarAsync(cancellationToken) is true;
    }

    /// <summary>What the user's roles let them do.</summary>
    public async Task<IReadOnlyList<string>> PermissionsOfAsync(Guid user, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select distinct permission
            from accounts.user_roles
            join accounts.role_permissions using (role)
            where user_id = $1
            order by permission
            """);
        return await command.With(user).ListAsync(row => row.GetString(0), cancellationToken);
    }

    public async Task<List<UserResponse>> ListUsersAsync(ListQuery query, CancellationToken cancellationToken)
    {
        await using var command = Users.CreateCommand(database, query);
        return await command.ListAsync(ReadUser, cancellationToken);
    }

    public async Task<UserResponse?> FindUserAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select {UserColumns} from accounts.users where id = $1");
        return await command.With(id).FindAsync(ReadUser, cancellationToken);
    }

    private static UserResponse ReadUser(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetBoolean(2), row.GetFieldValue<string[]>(3), row.GetFieldValue<DateTimeOffset>(4));
}
