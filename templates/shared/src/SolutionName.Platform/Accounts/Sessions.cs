using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Acme.Platform.Access;
using Acme.Platform.Database;

namespace Acme.Platform.Accounts;

/// <summary>
/// The table <c>accounts.sessions</c>: a row from log-in to log-out, with the one refresh token that is good now. Each is good once. One that comes again
/// was stolen, or its thief used it first: the session ends for both (RFC 9700, 4.14.2).
/// </summary>
internal sealed partial class Sessions(
    DatabaseSession database, RoleStore roles, IOptionsMonitor<BearerTokenOptions> bearer, TimeProvider clock, ILogger<Sessions> logger)
{
    private const string SessionClaim = "sid";
    private const string TokenClaim = "jti";

    private BearerTokenOptions Options => bearer.Get(BearerTokenDefaults.AuthenticationScheme);

    /// <returns>Who is logged in from now on, for their tokens.</returns>
    public async Task<ClaimsPrincipal> BeginAsync(Guid user, CancellationToken cancellationToken)
    {
        var (session, token) = (Guid.CreateVersion7(), Guid.NewGuid());
        await using var command = database.CreateCommand(
            "insert into accounts.sessions (id, user_id, token_id, expires_at) values ($1, $2, $3, now() + $4)");
        await command.With(session).With(user).With(token).With(Options.RefreshTokenExpiration).ExecuteNonQueryAsync(cancellationToken);
        return await PrincipalAsync(user, session, token, cancellationToken);
    }

    /// <summary>Goes on with a session, with new tokens and the permissions that its user has now.</summary>
    /// <returns>Null when the token is none of ours, too old, used before, or of a session that has ended.</returns>
    public async Task<ClaimsPrincipal?> RefreshAsync(string refreshToken, CancellationToken cancellationToken)
    {
        var ticket = Options.RefreshTokenProtector.Unprotect(refreshToken);
        if (ticket?.Properties.ExpiresUtc is not { } end || clock.GetUtcNow() >= end)
            return null;

        var (session, token) = (SessionOf(ticket.Principal), Guid.NewGuid());
        await using var exchange = database.CreateCommand(
            """
            update accounts.sessions
            set token_id = $3, refreshed_at = now(), expires_at = now() + $4
            where id = $1 and token_id = $2
            """);
        exchange.With(session).With(Guid.Parse(ticket.Principal.FindFirstValue(TokenClaim)!)).With(token).With(Options.RefreshTokenExpiration);
        if (await exchange.ExecuteNonQueryAsync(cancellationToken) == 1)
            return await PrincipalAsync(ticket.Principal.Id(), session, token, cancellationToken);

        if (await EndAsync(session, cancellationToken))
            LogReuse(session);
        return null;
    }

    /// <summary>Ends the session that the caller's token is of.</summary>
    public Task EndAsync(ClaimsPrincipal caller, CancellationToken cancellationToken) => EndAsync(SessionOf(caller), cancellationToken);

    /// <summary>Ends all sessions of a user, but for the one that the caller's token is of.</summary>
    public async Task EndAllAsync(Guid user, ClaimsPrincipal? but, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("delete from accounts.sessions where user_id = $1 and id is distinct from $2");
        Guid? kept = but is null ? null : SessionOf(but);
        await command.With(user).With(kept, NpgsqlTypes.NpgsqlDbType.Uuid).ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Removes sessions that nobody refreshed in time.</summary>
    public static async Task RemoveExpiredAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("delete from accounts.sessions where expires_at <= now()");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <returns>Whether it had not ended before.</returns>
    private async Task<bool> EndAsync(Guid session, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("delete from accounts.sessions where id = $1");
        return await command.With(session).ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    private async Task<ClaimsPrincipal> PrincipalAsync(Guid user, Guid session, Guid token, CancellationToken cancellationToken)
    {
        var permissions = await roles.PermissionsOfAsync(user, cancellationToken);
        return new ClaimsPrincipal(new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, user.ToString()),
                new(SessionClaim, session.ToString()),
                new(TokenClaim, token.ToString()),
                .. permissions.Select(permission => new Claim(Permissions.Claim, permission)),
            ],
            BearerTokenDefaults.AuthenticationScheme));
    }

    private static Guid SessionOf(ClaimsPrincipal caller) => Guid.Parse(caller.FindFirstValue(SessionClaim)!);

    [LoggerMessage(LogLevel.Warning, "A refresh token of the session {Session} was used twice; the session has ended.")]
    private partial void LogReuse(Guid session);
}
