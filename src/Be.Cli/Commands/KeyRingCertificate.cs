using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Be.Scaffolding.Model;

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

    /// <summary>Writes one into <c>.env</c>, where compose.yaml needs it and it is not there yet.</summary>
    public static void EnsureIn(string root, Solution solution)
    {
        var file = Path.Combine(root, ".env");
        if (solution.AccountsService is null || !solution.Options.Docker || !File.Exists(file))
            return;

        var text = File.ReadAllText(file);
        if (text.Split('\n').Any(line => line.StartsWith(Variable + '=', StringComparison.Ordinal)))
            return;
        File.AppendAllText(file, $"{(text.Length == 0 || text.EndsWith('\n') ? "" : "\n")}{Variable}={New()}\n");
    }

    /// <summary>A new one.</summary>
    public static string New()
    {
        using var key = RSA.Create(KeyBits);
        var request = new CertificateRequest("CN=key ring", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(Years));
        return $"{certificate.ExportCertificatePem()} {key.ExportPkcs8PrivateKeyPem()}".Replace('\n', ' ');
    }
}
