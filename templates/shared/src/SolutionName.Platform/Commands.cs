using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Acme.Platform.Messaging;
using Acme.Platform.Migrations;

namespace Acme.Platform;

/// <summary>What the host does when started: serve, or one of its commands.</summary>
public static class Commands
{
    /// <returns>The exit code of the process: 1 when it could not do its work, 2 when it does not know the command.</returns>
    public static async Task<int> RunAsync(this WebApplication app, string[] args)
    {
        if (string.IsNullOrEmpty(app.Configuration.GetConnectionString("Default")))
        {
            await Console.Error.WriteLineAsync(
                "No database is configured. Set the environment variable ConnectionStrings__Default, such as Host=localhost;Database=app;Username=app;Password=…");
            return 1;
        }

        switch (args)
        {
            case ["migrate", ..]:
                return await MigrateAsync(app);
            case ["health", ..]:
                return await ProbeAsync(app);
            case ["events", .. var rest]:
                return await EventCommands.RunAsync(app.Services, rest, app.Lifetime.ApplicationStopping);
            case [['-', ..], ..] or []:
                break;
            case [var unknown, ..]:
                await Console.Error.WriteLineAsync($"There is no command '{unknown}'. Commands: migrate, health, events; none to serve.");
                return 2;
        }

        if (app.Environment.IsDevelopment() && await MigrateAsync(app) is not 0 and var failure)
            return failure;

        await app.RunAsync();
        return 0;
    }

    private static async Task<int> MigrateAsync(WebApplication app)
    {
        // The build copies the files of migrations/ beside the program; before the first one there is no folder.
        var folder = Path.Combine(AppContext.BaseDirectory, "migrations");
        if (!Directory.Exists(folder))
            return 0;

        var runner = new MigrationRunner(app.Services.GetRequiredService<NpgsqlDataSource>(), folder);
        try
        {
            await runner.MigrateAsync(
                applied => Console.WriteLine($"migrated {applied.File} ({applied.Elapsed.TotalMilliseconds:0} ms)"),
                app.Lifetime.ApplicationStopping);
            return 0;
        }
        catch (Exception exception) when (exception is MigrationException or NpgsqlException)
        {
            await Console.Error.WriteLineAsync($"The migrations could not be applied: {exception.Message}");
            if (exception is MigrationException { Remedy: var remedy })
                await Console.Error.WriteLineAsync(remedy);
            return 1;
        }
    }

    // The image has no curl; its health check is the app itself.
    private static async Task<int> ProbeAsync(WebApplication app)
    {
        var port = app.Configuration["ASPNETCORE_HTTP_PORTS"]?.Split(';')[0] ?? "8080";
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(3) };
        try
        {
            using var response = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"));
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return 1;
        }
    }
}
