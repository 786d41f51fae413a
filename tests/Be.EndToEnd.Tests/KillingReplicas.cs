using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Acme.Testing.RabbitMq;

namespace Be.EndToEnd.Tests;

/// <summary>Two replicas of an app relay events; one of them is killed (SIGKILL) in the middle of that, again and again; so is the broker.</summary>
public sealed class KillingReplicas(Machine machine)
{
    private const int Events = 1_000;
    private const int Kills = 5;

    private const string Publishing = """
                await using var transaction = await database.BeginAsync(cancellationToken);
                var created = await orders.InsertAsync(valid, cancellationToken);
                await outbox.AddAsync(new OrderPlaced { Number = created.Number }, $"customer {created.Number % 100}", cancellationToken);
                await transaction.CommitAsync(cancellationToken);
        """;

    /// <summary>The effect of an event: a row, and long enough a wait to be killed in it.</summary>
    private const string Consumer = """
        using Shop.Modules.Billing.Invoices;
        using Shop.Modules.Sales.Contracts;
        using Shop.Platform.Messaging;

        namespace Shop.Modules.Billing.Consumers;

        public sealed class OrderPlacedConsumer(InvoiceStore invoices) : IConsumer<OrderPlaced>
        {
            public async Task ConsumeAsync(OrderPlaced message, EventEnvelope envelope, CancellationToken cancellationToken)
            {
                await invoices.InsertAsync(new Invoice { Id = Guid.CreateVersion7(), Number = message.Number }, cancellationToken);
                await Task.Delay(100, cancellationToken);
            }
        }

        """;

    [Fact]
    public Task LosesNoEventAndAppliesNoneTwice() => KillAsync("inprocess", solution => solution, () => Task.CompletedTask);

    [Fact]
    public async Task NorDoesKillingTheBroker()
    {
        var broker = new LocalRabbitMq(
            LocalRabbitMq.FindProgram() ?? throw new InvalidOperationException("rabbitmq-server is not installed.")
        );
        var running = new List<Process> { await broker.StartAsync() };
        try
        {
            await KillAsync(
                "rabbitmq",
                solution => solution with { Shell = solution.Shell.With("ConnectionStrings__RabbitMq", broker.Address) },
                async () =>
                {
                    broker.Kill();
                    running.Add(await broker.StartAsync());
                }
            );
        }
        finally
        {
            foreach (var process in running)
            {
                process.StandardInput.Close();
                await process.WaitForExitAsync(CancellationToken.None);
                process.Dispose();
            }
        }
    }

    private async Task KillAsync(string messaging, Func<Solution, Solution> with, Func<Task> alsoKillAsync)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var solution = with(await NewAsync(messaging));
        await using var database = await machine.NewDatabaseAsync();
        var api = solution.On(database).Api(Assert.Single(solution.Hosts));
        await api.MigrateAsync();

        await using (var survivor = await api.StartAsync("Production"))
        {
            foreach (var numbers in Enumerable.Range(1, Events).Chunk(Events / Kills))
            {
                await using var victim = await api.StartAsync("Production");
                var publishing = Parallel.ForEachAsync(
                    numbers,
                    new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellation },
                    async (number, _) => await PostAsync(survivor, number)
                );
                var before = await ConsumedAsync(database);
                await UntilAsync(async () => await ConsumedAsync(database) > before, () => survivor.Output);
                // It takes its part of them, a tenth of a second each. And RabbitMQ, which takes half a second to write down that there is a new
                // queue, forgets it when it is killed before that.
                await Task.Delay(1_000, cancellation);
                await victim.EndAsync();
                await alsoKillAsync();
                await publishing;
            }
            await UntilAsync(
                async () => await ConsumedAsync(database) >= Events,
                () => $"{Events} were published, {ConsumedAsync(database).Result} were consumed.\n{survivor.Output}"
            );
            await Task.Delay(2_000, cancellation); // nothing comes after that
        }

        Assert.Equal(
            [$"{Events} {Events} {Events}"],
            await database.QueryAsync(
                """
                select concat_ws(' ', count(*), count(distinct number), (select count(*) from messaging.inbox)) from billing.invoices
                """
            )
        );
        machine.Discard("killed-" + messaging);
    }

    private async Task<Solution> NewAsync(string messaging)
    {
        var shop = Row.Named("Shop").WithoutAccounts;
        var row = shop with
        {
            Options = shop.Options.SetItem("messaging", messaging),
            Scaffold =
            [
                new("Sales", Entity: "Order", Fields: "number:int"),
                new("Billing", Entity: "Invoice", Fields: "number:int"),
                new("Sales", Event: "OrderPlaced", Fields: "number:int"),
                new("Billing", Of: "OrderPlaced"),
            ],
        };
        var solution = await row.CreateAsync(machine, "killed-" + messaging);
        await File.WriteAllTextAsync(solution.File("src", "Modules", "Billing", "Consumers", "OrderPlacedConsumer.cs"), Consumer);
        var endpoints = solution.File("src", "Modules", "Sales", "Orders", "OrderEndpoints.cs");
        await File.WriteAllTextAsync(
            endpoints,
            "using Shop.Modules.Sales.Contracts;\nusing Shop.Platform.Database;\nusing Shop.Platform.Messaging;\n"
                + (await File.ReadAllTextAsync(endpoints))
                    .Replace(
                        "OrderRequest request, OrderStore orders,",
                        "OrderRequest request, OrderStore orders, DatabaseSession database, Outbox outbox,"
                    )
                    .Replace("        var created = await orders.InsertAsync(valid, cancellationToken);", Publishing)
        );
        await solution.BuildAsync();
        return solution;
    }

    private static async Task PostAsync(RunningApi api, int number)
    {
        using var response = await api.Client.PostAsJsonAsync(new Uri("/api/v1/orders", UriKind.Relative), new { number });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    private static async Task<int> ConsumedAsync(Database database) =>
        int.Parse((await database.QueryAsync("select count(*)::text from messaging.inbox")).Single(), CultureInfo.InvariantCulture);

    private static async Task UntilAsync(Func<Task<bool>> holds, Func<string> otherwise)
    {
        for (var started = Stopwatch.GetTimestamp(); !await holds(); )
        {
            if (Stopwatch.GetElapsedTime(started) > TimeSpan.FromMinutes(2))
                Assert.Fail($"Two minutes have passed. {otherwise()}");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
