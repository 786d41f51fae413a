using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Acme.Platform.Tests.Accounts;

/// <summary>Certificates with their private keys, as the configuration has them.</summary>
internal static class Certificates
{
    /// <summary>One for whoever needs any.</summary>
    public static string Any { get; } = New();

    public static string New()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem();
    }
}
