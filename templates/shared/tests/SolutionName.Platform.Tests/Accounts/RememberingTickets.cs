using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Acme.Platform.Access;

namespace Acme.Platform.Tests.Accounts;

public sealed class RememberingTickets
{
    private static readonly DateTimeOffset Later = DateTimeOffset.UtcNow.AddMinutes(5);

    [Fact]
    public void DecryptsATokenOnce()
    {
        var format = new Spelled(Later);
        using var tickets = new RememberedTickets(format, new EphemeralDataProtectionProvider());

        Assert.Equal(["ada", "ada", "grace", "ada"], new[] { "ada", "ada", "grace", "ada" }.Select(token => NameIn(tickets.Unprotect(token))));
        Assert.Equal(["ada", "grace"], format.Decrypted);
    }

    [Fact]
    public void TakesAWrongOneForWrongEachTime()
    {
        var format = new Spelled(Later);
        using var tickets = new RememberedTickets(format, new EphemeralDataProtectionProvider());

        Assert.All(new[] { "!", "!", null }, token => Assert.Null(tickets.Unprotect(token)));
        Assert.Equal(["!", "!"], format.Decrypted);
    }

    [Fact]
    public void ForgetsThemWhenTheyExpire()
    {
        var format = new Spelled(DateTimeOffset.UtcNow.AddSeconds(-1));
        using var tickets = new RememberedTickets(format, new EphemeralDataProtectionProvider());

        tickets.Unprotect("ada");
        tickets.Unprotect("ada");

        Assert.Equal(["ada", "ada"], format.Decrypted);
    }

    [Fact]
    public void GivesEachRequestAUserOfItsOwn()
    {
        using var tickets = new RememberedTickets(new Spelled(Later), new EphemeralDataProtectionProvider());

        tickets.Unprotect("ada")!.Principal.AddIdentity(new ClaimsIdentity([new Claim("permission", "*")]));

        Assert.False(tickets.Unprotect("ada")!.Principal.HasClaim("permission", "*"));
    }

    private static string? NameIn(AuthenticationTicket? ticket) => ticket?.Principal.Identity?.Name;

    /// <summary>A token is the name of its user.</summary>
    private sealed class Spelled(DateTimeOffset expires) : ISecureDataFormat<AuthenticationTicket>
    {
        public List<string> Decrypted { get; } = [];

        public string Protect(AuthenticationTicket data) => NameIn(data)!;

        public string Protect(AuthenticationTicket data, string? purpose) => Protect(data);

        public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, null);

        public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
        {
            Decrypted.Add(protectedText!);
            return protectedText == "!"
                ? null
                : new AuthenticationTicket(
                    new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, protectedText!)], "test")),
                    new AuthenticationProperties { ExpiresUtc = expires },
                    "test");
        }
    }
}
