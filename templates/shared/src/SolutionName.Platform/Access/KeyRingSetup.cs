using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Acme.Platform.Access;

internal static class KeyRingSetup
{
    /// <summary>Programs of one name and one key ring read each other's tokens.</summary>
    private const string Name = "SolutionName";

    public static void AddKeyRing(this IServiceCollection services, IConfiguration configuration)
    {
        var certificates = KeyRingCertificates.Read(configuration);
        services.AddSingleton(certificates);
#if (services)
        // The service of the accounts has it in its database instead.
        services.AddSingleton<IXmlRepository, SharedKeyRing>();
        services.AddOptions<KeyManagementOptions>()
            .Configure<IXmlRepository>((keys, ring) => (keys.XmlRepository, keys.AutoGenerateKeys) = (ring, ring is not SharedKeyRing))
            .Validate(
                keys => keys.XmlRepository is not SharedKeyRing { Address: null },
                "KeyRing:Address is missing: where the service of the accounts is, such as http://accounts:8080.")
            .Validate(
                keys => keys.XmlRepository is not (SharedKeyRing or KeyRing) || certificates.Current is not null,
                "KeyRing:Certificate is missing: a certificate and its private key, PEM, the same for all services.")
            .ValidateOnStart();
#else
        services.AddSingleton<IXmlRepository, KeyRing>();
        services.AddOptions<KeyManagementOptions>().Configure<IXmlRepository>((keys, ring) => keys.XmlRepository = ring);
#endif

        var protection = services.AddDataProtection().SetApplicationName(Name);
        if (certificates.Current is { } current)
            protection.ProtectKeysWithCertificate(current);
        if (certificates.Earlier.Length > 0)
            protection.UnprotectKeysWithAnyCertificate(certificates.Earlier);
    }
}
