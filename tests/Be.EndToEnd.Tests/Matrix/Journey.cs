using System.Diagnostics;
using System.Globalization;

namespace Be.EndToEnd.Tests;

/// <summary>The way of a solution from nothing to an API that answers, as its owner goes it.</summary>
internal sealed class Journey(Row row, Machine machine)
{
    private readonly List<string> times = [];

    /// <summary>What takes long and depends on no option is done once a layout.</summary>
    private bool IsFirstOfItsLayout => row == Row.All.First(other => other.Layout == row.Layout);

    public async Task GoAsync()
    {
        var started = Stopwatch.GetTimestamp();
        var solution = await TimedAsync("create", () => row.CreateAsync(machine, row.Name));
        await TimedAsync("apply", () => AssertAppliedAsync(solution));
        await TimedAsync("build", solution.BuildAsync);
        await TimedAsync("format", () => solution.CheckFormatAsync(IsFirstOfItsLayout));
        await TimedAsync("migrate", () => MigrateUpDownUpAsync(solution));
        await using (var database = await machine.NewDatabaseAsync())
            await TimedAsync("test", () => solution.On(database).TestAsync(IsFirstOfItsLayout, row.TriesPlatform));
        await TimedAsync("development", () => CallAsync(solution, "Development"));
        await TimedAsync("production", () => CallAsync(solution, "Production"));

        machine.Discard(row.Name);
        var total = Stopwatch.GetElapsedTime(started).TotalSeconds;
        TestContext.Current.SendDiagnosticMessage(
            string.Create(CultureInfo.InvariantCulture, $"{row.Name}: {total:F0} s ({string.Join(", ", times)})")
        );
    }

    private async Task AssertAppliedAsync(Solution solution)
    {
        Assert.Equal("unchanged be.json\n", await solution.BeAsync("apply", "--dry-run"));
        if (!row.Scaffold.IsEmpty)
            Assert.Equal(
                await File.ReadAllTextAsync(solution.File("be.json")),
                await File.ReadAllTextAsync(solution.File(".be", "applied.json"))
            );
    }

    private async Task MigrateUpDownUpAsync(Solution solution)
    {
        foreach (var host in solution.Hosts)
        {
            await using var database = await machine.NewDatabaseAsync();
            await MigrateUpDownUpAsync(solution.On(database), host, database);
        }
    }

    private static async Task MigrateUpDownUpAsync(Solution solution, Host host, Database database)
    {
        var files = Directory.GetFiles(solution.File(host.Migrations), "*.sql").Length;

        await solution.BeAsync(["db", "migrate", .. host.Choice]);
        var up = await database.CatalogueAsync();
        Assert.Equal(files > 0, up.Count > 0);

        if (files > 0)
            await solution.BeAsync(["db", "rollback", "--steps", files.ToString(CultureInfo.InvariantCulture), .. host.Choice]);
        Assert.Empty(await database.CatalogueAsync());

        await solution.BeAsync(["db", "migrate", .. host.Choice]);
        Assert.Equal(up, await database.CatalogueAsync());
    }

    /// <summary>Each program by itself; in Production through the gateway, where there is one.</summary>
    private async Task CallAsync(Solution solution, string environment)
    {
        await using var running = await RunningSolution.StartAsync(machine, solution, environment);
        var direct = new Caller(row, solution, running.Of);
        foreach (var service in running.Services.Values)
            await direct.CallHostAsync(service);
        if (environment == "Development")
            await LintAsync(running);
        if (environment == "Development" || row.Options.GetValueOrDefault("gateway") != "nginx")
        {
            await direct.CallAsync();
            return;
        }

        await using var gateway = await RunningGateway.StartAsync(machine.Shell, solution, running.Services);
        await new Caller(row, solution, _ => gateway).CallAsync();
        if (solution.Model.Modules.FirstOrDefault(module => !module.Entities.IsEmpty) is { } module)
        {
            var route = $"/api/v1/{module.Entities[0].Plural.Kebab}";
            await new GatewayManners(row, gateway).CheckAsync(route, running.Of(module.Name.Pascal));
        }
    }

    /// <summary>OWASP has it that ids cannot be guessed: an owner who chooses numbers breaks that rule knowingly.</summary>
    private async Task LintAsync(RunningSolution running)
    {
        if (row.Options["ids"] != "uuid" || running.Services.Count == 0)
            return;

        var documents = machine.NewFolder($"documents of {row.Name}");
        foreach (var (name, service) in running.Services)
        {
            var document = await service.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative));
            await File.WriteAllTextAsync(Path.Combine(documents.Folder, $"openapi{name}.json"), document);
        }

        await (await Spectral.InstalledAsync(machine.Shell)).LintAsync(
            documents.Folder,
            row.Options.GetValueOrDefault("auth") == "accounts"
        );
        machine.Discard($"documents of {row.Name}");
    }

    private Task<bool> TimedAsync(string name, Func<Task> step) =>
        TimedAsync(
            name,
            async () =>
            {
                await step();
                return true;
            }
        );

    private async Task<T> TimedAsync<T>(string name, Func<Task<T>> step)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await step();
        times.Add(string.Create(CultureInfo.InvariantCulture, $"{name} {Stopwatch.GetElapsedTime(started).TotalSeconds:F1}"));
        return result;
    }
}
