using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Be.EndToEnd.Tests;

/// <summary>One service asks another through its generated client, with its caller's token; the other one is killed and comes back.</summary>
public sealed class CallingBetweenServices(Machine machine)
{
    private const string Endpoint = """
                routes.MapGet("/buyers/{id:guid}", async (Guid id, Clients.Crm.CrmClient crm, CancellationToken cancellationToken) =>
                    await crm.FindCustomerAsync(id, cancellationToken) is { } found ? Results.Ok(new { found.Row.Name, found.Row.Kind, found.ETag }) : Results.NotFound());
                routes.MapGet("/buyers", async (Clients.Crm.CrmClient crm, CancellationToken cancellationToken) =>
                {
                    var page = await crm.ListCustomersAsync(
                        [
                            Clients.Crm.CustomerFilters.Kind.In(Clients.Crm.CustomerKind.VeryGood),
                            Clients.Crm.CustomerFilters.Name.NotEqual("Bob, the other one"),
                        ],
                        10, null, cancellationToken);
                    return Results.Ok(page.Data.Select(customer => customer.Name));
                });

        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheAnswerArrivesAndAServiceThatIsAwayIsUnavailable()
    {
        var solution = await NewAsync();
        await using var users = await machine.NewDatabaseAsync();
        var accounts = Api(solution, "Accounts", users, null);
        await accounts.MigrateAsync();
        await using var entrance = await accounts.StartAsync("Production");
        var keys = entrance.Client.BaseAddress!;
        var administrator = await Administrator.LogInAsync(entrance.Client, Cancellation);

        await using var customers = await machine.NewDatabaseAsync();
        var crm = Api(solution, "Crm", customers, keys);
        await crm.MigrateAsync();
        await using var called = await crm.StartAsync("Production");
        var address = called.Client.BaseAddress!;
        called.Client.DefaultRequestHeaders.Authorization = administrator;
        var id = await NewCustomerAsync(called, "Ada");
        await NewCustomerAsync(called, "Bob, the other one");

        await using var orders = await machine.NewDatabaseAsync();
        var sales = Api(solution, "Sales", orders, keys);
        sales = sales with { Shell = sales.Shell.With("Clients__Crm__Address", address.ToString()) };
        await sales.MigrateAsync();
        await using var caller = await sales.StartAsync("Production");

        Assert.Equal(HttpStatusCode.Unauthorized, (await caller.Client.GetAsync(Buyer(id), Cancellation)).StatusCode);
        caller.Client.DefaultRequestHeaders.Authorization = administrator;
        var found = await caller.Client.GetFromJsonAsync<JsonObject>(Buyer(id), Cancellation);
        var itself = await called.Client.GetAsync(new Uri($"/api/v1/customers/{id}", UriKind.Relative), Cancellation);
        Assert.Equal(("Ada", "very-good"), ((string?)found!["name"], (string?)found["kind"]));
        Assert.Equal(itself.Headers.ETag!.ToString(), (string?)found["eTag"]);
        var buyers = await caller.Client.GetFromJsonAsync<string[]>(new Uri("/buyers", UriKind.Relative), Cancellation);
        Assert.Equal(["Ada"], buyers!);
        Assert.Equal(HttpStatusCode.NotFound, (await caller.Client.GetAsync(Buyer(Guid.NewGuid()), Cancellation)).StatusCode);

        await called.EndAsync();
        var away = await caller.Client.GetAsync(Buyer(id), Cancellation);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.NotNull(away.Headers.RetryAfter);
        Assert.DoesNotContain("Crm", await away.Content.ReadAsStringAsync(Cancellation), StringComparison.OrdinalIgnoreCase);

        await using var again = await crm.StartAsync("Production", address.ToString());
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(Patience);
        while ((await caller.Client.GetAsync(Buyer(id), patience.Token)).StatusCode != HttpStatusCode.OK)
            await Task.Delay(100, patience.Token);
        machine.Discard("calling-services");
    }

    private async Task<Solution> NewAsync()
    {
        var bare = Row.Named("Bare-services");
        var row = bare with
        {
            Options = bare.Options.SetItem("auth", "accounts"),
            Scaffold =
            [
                new("Crm", "Customer", Fields: "name:string(100) kind:enum(good,very-good)=good"),
                new("Sales", "Order", Fields: "number:int"),
                new("Sales", To: "Crm"),
            ],
        };
        var solution = await row.CreateAsync(machine, "calling-services");
        var module = solution.Files("SalesModule.cs").Single();
        solution.Edit("        MapJobs(routes);", Endpoint, Path.GetRelativePath(solution.Root, module));
        solution.Edit(
            "using Microsoft.AspNetCore.Routing;",
            "using Microsoft.AspNetCore.Http;\n",
            Path.GetRelativePath(solution.Root, module)
        );
        await solution.BuildAsync();
        return solution;
    }

    private static Api Api(Solution solution, string service, Database database, Uri? accounts)
    {
        var api = solution.On(database).Api(solution.Hosts.Single(host => host.Service == service));
        return api with { Shell = api.Shell.SharingKeys(accounts) };
    }

    private static async Task<Guid> NewCustomerAsync(RunningApi crm, string name)
    {
        var response = await crm.Client.PostAsJsonAsync(
            new Uri("/api/v1/customers", UriKind.Relative),
            new { name, kind = "very-good" },
            Cancellation
        );
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["id"]!.GetValue<Guid>();
    }

    private static Uri Buyer(Guid id) => new($"/buyers/{id}", UriKind.Relative);
}
