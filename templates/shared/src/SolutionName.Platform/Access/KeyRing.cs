using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Acme.Platform.Database;

namespace Acme.Platform.Access;

/// <summary>The keys that tokens are encrypted with, in PostgreSQL: every replica has the same, and a restart keeps them.</summary>
internal sealed class KeyRing(NpgsqlDataSource source) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = source.CreateCommand("select xml from accounts.keys order by created_at, name");
        using var rows = command.ExecuteReader();
        var keys = new List<XElement>();
        while (rows.Read())
            keys.Add(XElement.Parse(rows.GetString(0)));

        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = source.CreateCommand("insert into accounts.keys (name, xml) values ($1, $2)");
        command.With(friendlyName).With(element.ToString(SaveOptions.DisableFormatting)).ExecuteNonQuery();
    }
}

internal static class KeyRingSetup
{
    /// <summary>Programs of one name and one key ring read each other's tokens.</summary>
    private const string Name = "SolutionName";

    /// <summary>
    /// A certificate and its private key, PEM, that the keys are encrypted with before PostgreSQL sees them. Without one they stand there in the clear.
    /// </summary>
    private const string Certificate = "KeyRing:Certificate";

    /// <summary>Certificates that keys were encrypted with before, PEM, one after the other.</summary>
    private const string Earlier = "KeyRing:EarlierCertificates";

    public static void AddKeyRing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<KeyManagementOptions>().Configure<NpgsqlDataSource>((keys, source) => keys.XmlRepository = new KeyRing(source));
        var protection = services.AddDataProtection().SetApplicationName(Name);
        if (configuration[Certificate] is { Length: > 0 } pem)
            protection.ProtectKeysWithCertificate(Read(Certificate, pem));
        var earlier = configuration.GetSection(Earlier).GetChildren().Select(one => Read(one.Path, one.Value ?? "")).ToArray();
        if (earlier.Length > 0)
            protection.UnprotectKeysWithAnyCertificate(earlier);
    }

    private static X509Certificate2 Read(string setting, string pem)
    {
        try
        {
            return X509Certificate2.CreateFromPem(pem, pem);
        }
        catch (Exception exception) when (exception is System.Security.Cryptography.CryptographicException or ArgumentException)
        {
            throw new InvalidOperationException($"{setting} is no certificate with its private key in PEM.", exception);
        }
    }
}
