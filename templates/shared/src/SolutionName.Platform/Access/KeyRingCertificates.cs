using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;

namespace Acme.Platform.Access;

/// <summary>What the key ring is encrypted with, each with its private key; the section <c>KeyRing</c> of the configuration, PEM.</summary>
#if (services)
/// <param name="Current">The setting <c>Certificate</c>: for keys from now on.</param>
#else
/// <param name="Current">The setting <c>Certificate</c>: for keys from now on. Null: they stand in PostgreSQL in the clear.</param>
#endif
/// <param name="Earlier">The setting <c>EarlierCertificates</c>: those of keys that are still there.</param>
internal sealed record KeyRingCertificates(X509Certificate2? Current, X509Certificate2[] Earlier)
{
    private const string CurrentSetting = "KeyRing:Certificate";

    /// <exception cref="InvalidOperationException">A setting is no certificate with its key.</exception>
    public static KeyRingCertificates Read(IConfiguration configuration) => new(
        configuration[CurrentSetting] is { Length: > 0 } pem ? Read(CurrentSetting, pem) : null,
        [.. configuration.GetSection("KeyRing:EarlierCertificates").GetChildren().Select(one => Read(one.Path, one.Value ?? ""))]);

    private static X509Certificate2 Read(string setting, string pem)
    {
        try
        {
            return X509Certificate2.CreateFromPem(pem, pem);
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            throw new InvalidOperationException($"{setting} is no certificate with its private key in PEM.", exception);
        }
    }
}
