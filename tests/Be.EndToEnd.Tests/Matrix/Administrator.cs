using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace Be.EndToEnd.Tests;

/// <summary>The first administrator of a solution with accounts, who may do everything.</summary>
internal static class Administrator
{
    public const string LogIn = "/api/v1/account/log-in";

    private const string Email = "admin@example.com";
    private const string Password = "the password of the tests";

    private static readonly Lazy<string> Made = new(NewCertificate);

    /// <summary>What services with accounts encrypt their key ring with.</summary>
    public static Variable Certificate => new("KeyRing__Certificate", Made.Value);

    /// <summary>What a program is told about them; one without accounts does not look.</summary>
    public static Variable[] Settings => [new("Accounts__Administrator__Email", Email), new("Accounts__Administrator__Password", Password)];

    public static Shell Known(this Shell shell) => Settings.Aggregate(shell, (known, setting) => known.With(setting.Name, setting.Value));

    /// <summary>What services with accounts are told besides: where those are, and the certificate of their key ring.</summary>
    /// <param name="shell">Where a service runs.</param>
    /// <param name="accounts">Null for the service of the accounts itself.</param>
    public static Shell SharingKeys(this Shell shell, Uri? accounts) =>
        (accounts is null ? shell : shell.With("KeyRing__Address", accounts.ToString())).With(Certificate.Name, Certificate.Value);

    /// <summary>Logs them in.</summary>
    /// <returns>The header for their requests.</returns>
    public static async Task<AuthenticationHeaderValue> LogInAsync(HttpClient api, CancellationToken cancellation)
    {
        var body = new JsonObject { ["email"] = Email, ["password"] = Password };
        using var response = await api.PostAsJsonAsync(new Uri(LogIn, UriKind.Relative), body, cancellation);
        response.EnsureSuccessStatusCode();
        var tokens = (await response.Content.ReadFromJsonAsync<JsonObject>(cancellation))!;
        return new AuthenticationHeaderValue("Bearer", (string?)tokens["accessToken"]);
    }

    private static string NewCertificate()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest(
            "CN=keys",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        ).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem();
    }
}
