using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Be.EndToEnd.Tests;

/// <summary>Two replicas share the runs of an exclusive job; the one that runs it is killed (SIGKILL) in the middle of that.</summary>
public sealed class KillingJobs(Machine machine)
{
    private const int Runs = 6;
    private const string Key = "the key of the house";

    /// <summary>A run leaves the number of its process when it begins, and the same below zero when it ends.</summary>
    private const string Job = """
        using Shop.Modules.Sales.Orders;
        using Shop.Platform.Jobs;

        namespace Shop.Modules.Sales.Jobs;

        public sealed record CountAgainArguments;

        public sealed class CountAgain(OrderStore orders) : IJob<CountAgainArguments>
        {
            public async Task RunAsync(CountAgainArguments arguments, CancellationToken cancellationToken)
            {
                await orders.InsertAsync(new Order { Id = Guid.CreateVersion7(), Number = Environment.ProcessId }, cancellationToken);
                await Task.Delay(700, cancellationToken);
                await orders.InsertAsync(new Order { Id = Guid.CreateVersion7(), Number = -Environment.ProcessId }, cancellationToken);
            }
        }

        """;

    [Fact]
    public async Task LosesNoRunAndNeverRunsTwoAtATime()
    {
        var solution = await NewAsync();
        await using var database = await machine.NewDatabaseAsync();
        var api = solution.On(database).Api(Assert.Single(solution.Hosts));
        var hasty = api with
        {
            Shell = api
                .Shell.With("Operator__Key", Key)
                .With("Jobs__PollInterval", "00:00:01")
                .With("Jobs__CheckInInterval", "00:00:01")
                .With("Jobs__CheckInPatience", "00:00:02"),
        };
        await hasty.MigrateAsync();
        await using var one = await hasty.StartAsync("Production");
        await using var other = await hasty.StartAsync("Production");
        for (var run = 0; run < Runs; run++)
            await StartAsync(run % 2 == 0 ? one : other);

        await UntilAsync(async () => (await LogAsync(database)).Count > 2 && await VictimAsync(database) is not null);
        var victim = (await VictimAsync(database))!.Value;
        await (victim == one.ProcessId ? one : other).EndAsync();
        await UntilAsync(async () => (await LogAsync(database)).Count(entry => entry < 0) == Runs);

        var log = await LogAsync(database);
        // The killed one began twice, unless it ended in the moment before.
        Assert.InRange(log.Count, 2 * Runs, (2 * Runs) + 1);
        for (var (entry, open) = (0, 0); entry < log.Count; entry++)
        {
            // A run that was killed has no end: the next one begins in its place.
            Assert.True(log[entry] > 0 ? open == 0 || open == victim : log[entry] == -open, string.Join(' ', log));
            open = log[entry] > 0 ? log[entry] : 0;
        }
        machine.Discard("killed-jobs");
    }

    private async Task<Solution> NewAsync()
    {
        var row = Row.Named("Shop").WithoutAccounts with
        {
            Scaffold = [new("Sales", "Order", Fields: "number:int"), new("Sales", Job: "CountAgain", Exclusive: true)],
        };
        var solution = await row.CreateAsync(machine, "killed-jobs");
        await File.WriteAllTextAsync(solution.File("src", "Modules", "Sales", "Jobs", "CountAgain.cs"), Job);
        await solution.BuildAsync();
        return solution;
    }

    private static async Task StartAsync(RunningApi api)
    {
        api.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        using var response = await api.Client.PostAsJsonAsync(new Uri("/jobs/sales.count-again/runs", UriKind.Relative), new { });
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    /// <summary>The process whose run has begun and not ended.</summary>
    private static async Task<int?> VictimAsync(Database database) => (await LogAsync(database)) is [.., > 0 and var begun] ? begun : null;

    private static async Task<List<int>> LogAsync(Database database) =>
        [
            .. (await database.QueryAsync("select number::text from sales.orders order by id")).Select(number =>
                int.Parse(number, CultureInfo.InvariantCulture)
            ),
        ];

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var started = Stopwatch.GetTimestamp(); !await holds(); )
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(1), "A minute has passed.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
