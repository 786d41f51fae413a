using System.Diagnostics;
using System.Globalization;

namespace Be.EndToEnd.Tests;

/// <summary>The way of a solution from nothing to an API that answers, as its owner goes it.</summary>
internal sealed class Journey(Row row, Machine machine)
{
    private readonly List<string> times = [];

    public async Task GoAsync()
    {
        var started = Stopwatch.GetTimestamp();
        var solution = await TimedAsync("create", () => row.CreateAsync(machine, row.Name));
        await TimedAsync("build", solution.BuildAsync);
        await TimedAsync("format", solution.CheckFormatAsync);
        await using (var database = await machine.NewDatabaseAsync())
        {
            await TimedAsync("migrate", () => MigrateUpDownUpAsync(solution.On(database), database));
            await TimedAsync("test", solution.On(database).TestAsync);
            await TimedAsync("development", () => CallAsync(solution.On(database), "Development"));
        }

        await using (var database = await machine.NewDatabaseAsync())
        {
            await TimedAsync(
                "production",
                async () =>
                {
                    await solution.On(database).ApiAsync("migrate");
                    await CallAsync(solution.On(database), "Production");
                }
            );
        }

        machine.Discard(row.Name);
        var total = Stopwatch.GetElapsedTime(started).TotalSeconds;
        TestContext.Current.SendDiagnosticMessage(
            string.Create(CultureInfo.InvariantCulture, $"{row.Name}: {total:F0} s ({string.Join(", ", times)})")
        );
    }

    private static async Task MigrateUpDownUpAsync(Solution solution, Database database)
    {
        var files = Directory.GetFiles(solution.File("migrations"), "*.sql").Length;

        await solution.BeAsync("db", "migrate");
        var up = await database.CatalogueAsync();
        Assert.Equal(files > 0, up.Count > 0);

        if (files > 0)
            await solution.BeAsync("db", "rollback", "--steps", files.ToString(CultureInfo.InvariantCulture));
        Assert.Empty(await database.CatalogueAsync());

        await solution.BeAsync("db", "migrate");
        Assert.Equal(up, await database.CatalogueAsync());
    }

    private async Task CallAsync(Solution solution, string environment)
    {
        await using var api = await solution.StartAsync(environment);
        await new Caller(row, solution, api).CallAsync();
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
