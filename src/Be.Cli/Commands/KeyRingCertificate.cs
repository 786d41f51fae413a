using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Be.Cli.Commands;

/// <summary>
/// The certificate that services with accounts share, random for each machine: it encrypts the keys of tokens. Certificate and private key are PEM in one line,
/// as it fits into <c>.env</c>.
/// </summary>
internal static class KeyRingCertificate
{
    /// <summary>As <c>.env</c> calls it, for compose.yaml.</summary>
    public const string Variable = "KEY_RING_CERTIFICATE";

    /// <summary>As the configuration of the services calls it.</summary>
    public const string Setting = "KeyRing:Certificate";

    private const int KeyBits = 2048;
    private const int Years = 10;

    /// <summary>A new one.</summary>
    public static string New()
    {
        using var key = RSA.Create(KeyBits);
        var request = new CertificateRequest("CN=key ring", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(Years));
        return $"{certificate.ExportCertificatePem()} {key.ExportPkcs8PrivateKeyPem()}".Replace('\n', ' ');
    }
}
