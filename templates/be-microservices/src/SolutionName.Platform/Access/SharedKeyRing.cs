using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Configuration;

namespace Acme.Platform.Access;

/// <summary>
/// The keys that tokens are encrypted with, as the service of the accounts gives them: to be read, never written. They are read when the first token comes and
/// then once a day; a new key is two days old before it is used.
/// </summary>
internal sealed class SharedKeyRing(IConfiguration configuration, KeyRingCertificates certificates) : IXmlRepository
{
    /// <summary>Where the service has them: nothing leads there from outside.</summary>
    public const string Path = "/key-ring";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The service of the accounts, <c>http://accounts:8080</c>: the setting <c>KeyRing:Address</c>. Null where there is none.</summary>
    public Uri? Address { get; } = Uri.TryCreate(configuration["KeyRing:Address"], UriKind.Absolute, out var address) ? address : null;

    /// <exception cref="HttpRequestException">The service does not answer, or not as expected.</exception>
    /// <exception cref="CryptographicException">Somebody else answers.</exception>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var http = new HttpClient { BaseAddress = Address, Timeout = Patience };
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        using var response = http.Send(request);
        response.EnsureSuccessStatusCode();
        using var body = new MemoryStream();
        response.Content.ReadAsStream().CopyTo(body);
        var keys = body.ToArray();
        var signature = response.Headers.TryGetValues(KeyRingSignature.Header, out var values) ? values.First() : "";
        return KeyRingSignature.IsOurs(certificates, keys, signature)
            ? [.. XElement.Parse(Encoding.UTF8.GetString(keys)).Elements()]
            : throw new CryptographicException($"The key ring at {Address} is not signed with a certificate of ours.");
    }

    public void StoreElement(XElement element, string friendlyName) => throw new NotSupportedException("The service of the accounts makes the keys.");
}
