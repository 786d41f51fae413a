using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Acme.Platform.Access;

/// <summary>
/// A key ring that is handed over is encrypted, so that only our services can read it. It is signed, too: who can answer in the name of the service of the
/// accounts could else hand over keys of their own, and make tokens with them.
/// </summary>
internal static class KeyRingSignature
{
    public const string Header = "Key-Ring-Signature";

    public static string Of(X509Certificate2 certificate, byte[] keys)
    {
        using var key = certificate.GetRSAPrivateKey()!;
        return Convert.ToBase64String(key.SignData(keys, HashAlgorithmName.SHA256, RSASignaturePadding.Pss));
    }

    /// <summary>Whether one of our certificates has signed it: while they are exchanged, services have different ones.</summary>
    public static bool IsOurs(KeyRingCertificates certificates, byte[] keys, string signature)
    {
        var bytes = new byte[signature.Length];
        return Convert.TryFromBase64String(signature, bytes, out var length)
            && certificates.Earlier.Prepend(certificates.Current!).Any(certificate => Verifies(certificate, keys, bytes.AsSpan(0, length)));
    }

    private static bool Verifies(X509Certificate2 certificate, byte[] keys, ReadOnlySpan<byte> signature)
    {
        using var key = certificate.GetRSAPublicKey()!;
        return key.VerifyData(keys, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
    }
}
