using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Acme.Platform.Security;

/// <summary>In production: HTTP leads to HTTPS where there is an HTTPS port, and browsers remember it (HSTS).</summary>
internal static class EncryptionSetup
{
    // Those that ASP.NET Core looks at, besides the addresses that the server listens on.
    private static readonly string[] PortSettings = ["HTTPS_PORT", "HTTPS_PORTS"];

    public static void UseEncryption(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
            return;

        app.UseHsts();

        // A program that listens on HTTP alone is behind a proxy that decrypts, or in a test. Probes of its health come over HTTP.
        if (PortSettings.Any(name => !string.IsNullOrEmpty(app.Configuration[name])) || app.ListensOnHttps())
            app.UseWhen(context => !context.Request.Path.StartsWithSegments("/health"), to => to.UseHttpsRedirection());
    }

    private static bool ListensOnHttps(this WebApplication app) =>
        (app.Configuration["URLS"] ?? "").Contains("https:", StringComparison.OrdinalIgnoreCase)
        || app.Configuration.GetSection("Kestrel:Endpoints").GetChildren()
            .Any(endpoint => (endpoint["Url"] ?? "").StartsWith("https:", StringComparison.OrdinalIgnoreCase));
}
