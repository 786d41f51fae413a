using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Acme.Platform.Access;
using Acme.Platform.Errors;
using Acme.Platform.Limits;
using Acme.Platform.OpenApi;
using Acme.Platform.Validation;

namespace Acme.Platform.Accounts;

/// <summary>What everybody does with an account of their own.</summary>
internal static class AccountEndpoints
{
    public const string Route = "/api/v1/account";

    private static readonly ApiError Refused = new(
        401,
        "UNAUTHENTICATED",
        "The address or the password is wrong, or the address is not confirmed. After too many attempts nothing is right for a while.");

    private static readonly ApiError WrongToken = ApiError.Invalid("token", "is wrong, was used before or is too old");

    public static void MapAccount(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Route).WithTags("Account");
        var open = group.MapGroup("").AllowAnonymous().LimitAttempts();

        open.MapPost("log-in", LogIn).WithName("LogIn")
            .WithDescription("Begins a session: gives an access token and a refresh token for a password.")
            .Produces<AccessTokenResponse>().CanFail(400, 401);
        open.MapPost("refresh", Refresh).WithName("Refresh")
            .WithDescription("Goes on with a session: gives new tokens for a refresh token, which is good once.")
            .Produces<AccessTokenResponse>().CanFail(400, 401);
        if (routes.ServiceProvider.GetRequiredService<IServiceProviderIsService>().IsService(typeof(IAccountMail)))
        {
            open.MapPost("register", Register).WithName("Register")
                .WithDescription("Makes an account and mails a token to confirm the address. Answers the same where there is an account.").CanFail(400);
            open.MapPost("confirm", Confirm).WithName("Confirm").WithDescription("Confirms an address with the token that was mailed to it.").CanFail(400);
            open.MapPost("request-password-reset", RequestPasswordReset).WithName("RequestPasswordReset")
                .WithDescription("Mails a token to set another password. Answers the same where there is no account.").CanFail(400);
            open.MapPost("reset-password", ResetPassword).WithName("ResetPassword")
                .WithDescription("Sets another password with the token that was mailed, and ends all sessions.").CanFail(400);
        }

        group.MapGet("", Get).WithName("ShowCaller").WithDescription("Shows who calls, with roles and permissions.").CanFail(401);
        group.MapPost("change-password", ChangePassword).WithName("ChangePassword")
            .WithDescription("Sets another password, and ends the caller's other sessions.").CanFail(400, 401).LimitAttempts();
        group.MapPost("log-out", LogOut).WithName("LogOut").WithDescription("Ends the caller's session.").CanFail(401);
        group.MapPost("log-out-everywhere", LogOutEverywhere).WithName("LogOutEverywhere").WithDescription("Ends all sessions of the caller.").CanFail(401);
    }

    /// <summary>Answers the same whether somebody has the address already.</summary>
    private static async Task<Results<Accepted, ApiError>> Register(RegisterRequest request, UserManager<User> users, MailQueue mail)
    {
        if (RequestRules.Check(request) is { } error)
            return error;

        var user = new User(request.Email!);
        var created = await users.CreateAsync(user, request.Password!);
        if (created.Succeeded)
        {
            var token = await users.GenerateEmailConfirmationTokenAsync(user);
            mail.Add(sender => sender.SendConfirmationAsync(user.Email, token, CancellationToken.None));
        }
        else if (PasswordErrors.IsAbout(created, nameof(IdentityErrorDescriber.DuplicateEmail)))
        {
            mail.Add(sender => sender.SendAlreadyRegisteredAsync(user.Email, CancellationToken.None));
        }
        else
        {
            return PasswordErrors.Refuse("password", created);
        }

        return TypedResults.Accepted((string?)null);
    }

    private static async Task<Results<NoContent, ApiError>> Confirm(ConfirmRequest request, UserManager<User> users)
    {
        if (RequestRules.Check(request) is { } error)
            return error;

        return await users.FindByEmailAsync(request.Email!) is { } user && (await users.ConfirmEmailAsync(user, request.Token!)).Succeeded
            ? TypedResults.NoContent()
            : WrongToken;
    }

    private static async Task<Results<SignInHttpResult, ApiError>> LogIn(
        LogInRequest request, UserManager<User> users, PasswordCheck passwords, Sessions sessions, CancellationToken cancellationToken)
    {
        if (RequestRules.Check(request) is { } error)
            return error;

        var user = await users.FindByEmailAsync(request.Email!);
        return await passwords.IsRightAsync(user, request.Password!, cancellationToken)
            ? TokensFor(await sessions.BeginAsync(user!.Id, cancellationToken))
            : Refused;
    }

    private static async Task<Results<SignInHttpResult, ApiError>> Refresh(
        RefreshRequest request, Sessions sessions, CancellationToken cancellationToken)
    {
        if (RequestRules.Check(request) is { } error)
            return error;

        return await sessions.RefreshAsync(request.RefreshToken!, cancellationToken) is { } caller ? TokensFor(caller) : ApiError.FromStatus(401);
    }

    private static async Task<Results<Ok<AccountResponse>, ApiError>> Get(ClaimsPrincipal caller, RoleStore roles, CancellationToken cancellationToken) =>
        await roles.FindUserAsync(caller.Id(), cancellationToken) is { } user
            ? TypedResults.Ok(new AccountResponse(
                user.Id, user.Email, user.Roles, await roles.PermissionsOfAsync(user.Id, cancellationToken), user.CreatedAt))
            : ApiError.FromStatus(401);

    /// <summary>Ends all other sessions.</summary>
    private static async Task<Results<NoContent, ApiError>> ChangePassword(
        ChangePasswordRequest request,
        ClaimsPrincipal caller,
        UserManager<User> users,
        PasswordCheck passwords,
        Sessions sessions,
        CancellationToken cancellationToken)
    {
        if (RequestRules.Check(request) is { } error)
            return error;
        if (await users.FindByIdAsync(caller.Id().ToString()) is not { } user)
            return ApiError.FromStatus(401);
        if (!await passwords.IsRightAsync(user, request.CurrentPassword!, cancellationToken))
            return ApiError.Invalid("currentPassword", "is wrong, or was so too often: then wait a while");

        var changed = await users.ChangePasswordAsync(user, request.CurrentPassword!, request.NewPassword!);
        if (!changed.Succeeded)
            return PasswordErrors.Refuse("newPassword", changed);

        await sessions.EndAllAsync(user.Id, but: caller, cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Answers the same whether somebody has the address.</summary>
    private static async Task<Results<Accepted, ApiError>> RequestPasswordReset(RequestPasswordResetRequest request, UserManager<User> users, MailQueue mail)
    {
        if (RequestRules.Check(request) is { } error)
            return error;

        if (await users.FindByEmailAsync(request.Email!) is { } user)
        {
            var token = await users.GeneratePasswordResetTokenAsync(user);
            mail.Add(sender => sender.SendPasswordResetAsync(user.Email, token, CancellationToken.None));
        }

        return TypedResults.Accepted((string?)null);
    }

    /// <summary>Ends all sessions, and a lockout. Who reads the mail has shown that the address is theirs.</summary>
    private static async Task<Results<NoContent, ApiError>> ResetPassword(
        ResetPasswordRequest request, UserManager<User> users, PasswordCheck passwords, Sessions sessions, CancellationToken cancellationToken)
    {
        if (RequestRules.Check(request) is { } error)
            return error;
        if (await users.FindByEmailAsync(request.Email!) is not { } user)
            return WrongToken;

        user.IsConfirmed = true;
        var reset = await users.ResetPasswordAsync(user, request.Token!, request.NewPassword!);
        if (!reset.Succeeded)
            return IsAboutThePassword(reset) ? PasswordErrors.Refuse("newPassword", reset) : WrongToken;

        await passwords.ForgetAsync(user, cancellationToken);
        await sessions.EndAllAsync(user.Id, but: null, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> LogOut(ClaimsPrincipal caller, Sessions sessions, CancellationToken cancellationToken)
    {
        await sessions.EndAsync(caller, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> LogOutEverywhere(ClaimsPrincipal caller, Sessions sessions, CancellationToken cancellationToken)
    {
        await sessions.EndAllAsync(caller.Id(), but: null, cancellationToken);
        return TypedResults.NoContent();
    }

    private static SignInHttpResult TokensFor(ClaimsPrincipal caller) =>
        TypedResults.SignIn(caller, authenticationScheme: BearerTokenDefaults.AuthenticationScheme);

    private static bool IsAboutThePassword(IdentityResult refusal) => refusal.Errors.All(error => error.Code.StartsWith("Password", StringComparison.Ordinal));
}
