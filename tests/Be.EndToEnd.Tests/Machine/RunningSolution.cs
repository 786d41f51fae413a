namespace Be.EndToEnd.Tests;

/// <summary>The programs of a solution, each on an empty database of its own. Disposing ends them.</summary>
internal sealed class RunningSolution : IAsyncDisposable
{
    private readonly List<Database> databases = [];
    private readonly Dictionary<string, RunningApi> services = new(StringComparer.Ordinal);

    /// <summary>Where each service answers; the only program has no name.</summary>
    public IReadOnlyDictionary<string, RunningApi> Services => services;

    /// <summary>Starts what was built. In Production each program is told to migrate first, in Development it does so by itself.</summary>
    public static async Task<RunningSolution> StartAsync(Machine machine, Solution solution, string environment)
    {
        var running = new RunningSolution();
        try
        {
            foreach (var host in solution.Hosts)
            {
                var database = await machine.NewDatabaseAsync();
                running.databases.Add(database);
                var api = running.Calling(solution.On(database).Api(host), solution, host);
                if (environment == "Production")
                    await api.MigrateAsync();
                running.services.Add(host.Service ?? "", await api.StartAsync(environment));
            }

            return running;
        }
        catch
        {
            await running.DisposeAsync();
            throw;
        }
    }

    /// <summary>The program that serves a module.</summary>
    public RunningApi Of(string module) => services.TryGetValue(module, out var service) ? service : services[""];

    /// <summary>The same with the addresses of the services that it calls: those that run already, as the others are chosen when they start.</summary>
    private Api Calling(Api api, Solution solution, Host host)
    {
        var clients = solution.Model.Modules.Where(module => module.Name.Pascal == host.Service).SelectMany(module => module.Clients);
        foreach (var called in clients.Select(client => client.To.Pascal))
        {
            var address = services.TryGetValue(called, out var service) ? service.Client.BaseAddress!.ToString() : "http://127.0.0.1:1";
            api = api with { Shell = api.Shell.With($"Clients__{called}__Address", address) };
        }

        if (solution.Model.AccountsService is { } accounts)
            api = api with { Shell = api.Shell.SharingKeys(services.GetValueOrDefault(accounts.Pascal)?.Client.BaseAddress) };
        return api;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in services.Values)
            await service.DisposeAsync();
        foreach (var database in databases)
            await database.DisposeAsync();
    }
}
