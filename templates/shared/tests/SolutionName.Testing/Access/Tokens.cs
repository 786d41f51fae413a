using System.Net.Http.Headers;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Acme.Platform.Access;

namespace Acme.Testing;

/// <summary>Access tokens for tests, as log-in gives them; good for the time of a test run.</summary>
public static class Tokens
{
    /// <param name="services">The program that is to know the token.</param>
    /// <param name="user">Who calls.</param>
    /// <param name="permissions">What the caller may do.</param>
    /// <returns>The header that carries it.</returns>
    public static AuthenticationHeaderValue For(IServiceProvider services, Guid user, params IEnumerable<string> permissions)
    {
        var caller = new ClaimsPrincipal(new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, user.ToString()),
                new("sid", Guid.NewGuid().ToString()),
                .. permissions.Select(permission => new Claim(Permissions.Claim, permission)),
            ],
            BearerTokenDefaults.AuthenticationScheme));
        var ticket = new AuthenticationTicket(
            caller, new AuthenticationProperties { ExpiresUtc = DateTimeOffset.UtcNow.AddDays(1) }, BearerTokenDefaults.AuthenticationScheme);
        var options = services.GetRequiredService<IOptionsMonitor<BearerTokenOptions>>().Get(BearerTokenDefaults.AuthenticationScheme);
        return new AuthenticationHeaderValue("Bearer", options.BearerTokenProtector.Protect(ticket));
    }
}
