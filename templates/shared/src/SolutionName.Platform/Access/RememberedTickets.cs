using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Memory;
using Acme.Platform.Errors;

namespace Acme.Platform.Access;

/// <summary>
/// Decrypts a token once and remembers what it says until it expires: decrypting costs as much as all else around a request but the database.
/// </summary>
/// <param name="format">What decrypts.</param>
/// <param name="keys">What it decrypts with.</param>
internal sealed class RememberedTickets(ISecureDataFormat<AuthenticationTicket> format, IDataProtectionProvider keys) : ISecureDataFormat<AuthenticationTicket>, IDisposable
{
    /// <summary>Of these callers; of more, those who called last.</summary>
    private readonly MemoryCache tickets = new(new MemoryCacheOptions { SizeLimit = 4_096 });

    public void Dispose() => tickets.Dispose();

    public string Protect(AuthenticationTicket data) => format.Protect(data);

    public string Protect(AuthenticationTicket data, string? purpose) => format.Protect(data, purpose);

    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, null);

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
    {
        if (protectedText is null)
            return null;

        var key = (protectedText, purpose);
        if (!tickets.TryGetValue(key, out AuthenticationTicket? ticket))
        {
            ticket = format.Unprotect(protectedText, purpose);
            if (ticket is null)
                ThrowWithoutKeys();
            if (ticket?.Properties.ExpiresUtc is { } expires && expires > DateTimeOffset.UtcNow)
                tickets.Set(key, ticket, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpiration = expires });
        }

        // A copy: what one request adds to its user is not another's.
        return ticket?.Clone();
    }

    /// <summary>Without keys every token looks wrong: then it is not the caller's fault.</summary>
    private void ThrowWithoutKeys()
    {
        try
        {
            keys.CreateProtector("anything").Protect([]);
        }
        catch (CryptographicException exception)
        {
            throw new ApiException(ApiError.Unavailable(), exception);
        }
    }
}
