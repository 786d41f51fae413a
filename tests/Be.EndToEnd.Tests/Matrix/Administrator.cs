using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Be.EndToEnd.Tests;

/// <summary>The first administrator of a solution with accounts, who may do everything.</summary>
internal static class Administrator
{
    public const string LogIn = "/api/v1/account/log-in";

    private const string Email = "admin@example.com";
    private const string Password = "the password of the tests";

    /// <summary>What a program is told about them; one without accounts does not look.</summary>
    public static Shell Known(this Shell shell) =>
        shell.With("Accounts__Administrator__Email", Email).With("Accounts__Administrator__Password", Password);

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
}
