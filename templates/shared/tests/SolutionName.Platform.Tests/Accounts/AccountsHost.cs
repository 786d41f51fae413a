using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Acme.Platform.Access;
using Acme.Platform.Accounts;
using Acme.Platform.Migrations;
using Acme.Platform.Tests.Requests;
using Acme.Testing;

namespace Acme.Platform.Tests.Accounts;

/// <summary>Programs with accounts, on one database of their own.</summary>
public abstract class AccountsHost(TestServer server) : IAsyncLifetime
{
    protected const string Account = "/api/v1/account";
    protected const string Password = "a long enough password";
    protected const string AdministratorsAddress = "root@example.com";

    private readonly List<WebApplication> running = [];
    private string connection = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected NpgsqlDataSource Source { get; private set; } = null!;

#if (services)
    /// <summary>The program that was started last.</summary>
    protected WebApplication Newest => running[^1];

#endif
    /// <summary>What was mailed by all programs.</summary>
    internal Mailbox Mail { get; } = new();

    /// <summary>What the program that was started last has logged.</summary>
    internal CapturedLog Log { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        connection = await server.CreateDatabaseAsync();
        Source = NpgsqlDataSource.Create(connection);
        await new MigrationRunner(Source, Path.Combine(AppContext.BaseDirectory, "migrations")).MigrateAsync(_ => { }, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in running)
            await program.DisposeAsync();
        await Source.DisposeAsync();
        await server.DropDatabaseAsync(connection);
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts a program.</summary>
    /// <param name="settings">Its configuration, beside what every one here has.</param>
    /// <param name="environment">Where it believes to be.</param>
    /// <param name="sendsMail">Whether it has a way to send mail.</param>
    /// <param name="hashesFast">Whether passwords cost less than they should, so that the tests take less time.</param>
    protected async Task<HttpClient> StartAsync(
        Dictionary<string, string?>? settings = null, string environment = "Production", bool sendsMail = true, bool hashesFast = true)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(
            [new("Urls", "http://127.0.0.1:0"), new("ConnectionStrings:Default", connection), new("RateLimits:Attempts:Permits", "1000000")]);
#if (services)
        builder.Configuration.AddInMemoryCollection([new("KeyRing:Certificate", Certificates.Any)]);
#endif
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders().AddProvider(Log = new CapturedLog());
        builder.AddPlatform();
        builder.AddAccounts();
        if (hashesFast)
            builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000);
        if (sendsMail)
            builder.Services.AddSingleton<IAccountMail>(Mail);
        var program = builder.Build();
        running.Add(program);
        program.UsePlatform();
        program.MapAccounts();
        var orders = program.MapGroup("/orders").RequiresPermission("orders");
        orders.MapGet("", () => "read");
        orders.MapPost("", () => "written");
        program.MapGet("/anything", () => "anything");
        await program.StartAsync(Cancellation);
        return new HttpClient { BaseAddress = new Uri(program.Urls.Single()) };
    }

    /// <summary>The settings that make the first administrator.</summary>
    protected static Dictionary<string, string?> WithAdministrator(string address = AdministratorsAddress, string password = Password) => new()
    {
        ["Accounts:Administrator:Email"] = address,
        ["Accounts:Administrator:Password"] = password,
    };

    protected static Task<HttpResponseMessage> TryToLogInAsync(HttpClient api, string address, string password = Password) =>
        api.PostJsonAsync(Account + "/log-in", new JsonObject { ["email"] = address, ["password"] = password });

    protected static async Task<AccessTokenResponse> LogInAsync(HttpClient api, string address, string password = Password) =>
        await TokensAsync(await TryToLogInAsync(api, address, password));

    protected static Task<HttpResponseMessage> TryToRefreshAsync(HttpClient api, string token) =>
        api.PostJsonAsync(Account + "/refresh", new JsonObject { ["refreshToken"] = token });

    protected static async Task<AccessTokenResponse> RefreshAsync(HttpClient api, AccessTokenResponse tokens) =>
        await TokensAsync(await TryToRefreshAsync(api, tokens.RefreshToken));

    protected static Task<HttpResponseMessage> RegisterAsync(HttpClient api, string address, string password = Password) =>
        api.PostJsonAsync(Account + "/register", new JsonObject { ["email"] = address, ["password"] = password });

    protected static Task<HttpResponseMessage> ConfirmAsync(HttpClient api, string address, string token) =>
        api.PostJsonAsync(Account + "/confirm", new JsonObject { ["email"] = address, ["token"] = token });

    /// <summary>Registers somebody, who confirms the address.</summary>
    protected async Task JoinAsync(HttpClient api, string address, string password = Password)
    {
        await (await RegisterAsync(api, address, password)).ShouldBeAsync(HttpStatusCode.Accepted);
        var mailed = await Mail.NextAsync(address);
        await (await ConfirmAsync(api, address, mailed.Token!)).ShouldBeAsync(HttpStatusCode.NoContent);
    }

    /// <summary>Registers somebody, who confirms the address and logs in.</summary>
    protected async Task<AccessTokenResponse> JoinAndLogInAsync(HttpClient api, string address)
    {
        await JoinAsync(api, address);
        return await LogInAsync(api, address);
    }

    /// <summary>Calls as whoever has the token.</summary>
    protected static async Task<HttpResponseMessage> CallAsync(
        HttpClient api, string? accessToken, HttpMethod method, string url, JsonObject? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(url, UriKind.Relative));
        if (accessToken is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        return await api.SendAsync(request, Cancellation);
    }

    protected async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    protected async Task<object?> ReadAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancellation);
    }

    /// <summary>Waits until it is so, half a minute at most.</summary>
    protected static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var until = DateTime.UtcNow.AddSeconds(30); DateTime.UtcNow < until; await Task.Delay(20, Cancellation))
        {
            if (await isSo())
                return;
        }

        Assert.Fail("It did not come to be.");
    }

    protected static Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));

    private static Task<AccessTokenResponse> TokensAsync(HttpResponseMessage answer) => answer.ShouldBeAsync<AccessTokenResponse>(HttpStatusCode.OK);
}
