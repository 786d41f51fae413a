namespace Be.EndToEnd.Tests;

/// <summary>A solution whose owner has written code of their own since the first scaffold.</summary>
public sealed class ScaffoldingAgain(Machine machine)
{
    private const string OwnMethod = """
            public async Task<long> CountAsync(CancellationToken cancellationToken)
            {
                await using var command = database.CreateCommand("select count(*) from shop.orders");
                return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
            }


        """;

    private const string OwnEndpoint = """
                group.MapGet("count", async (OrderStore orders, CancellationToken cancellationToken) =>
                    TypedResults.Ok(await orders.CountAsync(cancellationToken)));

        """;

    private static readonly string[] MoreFields =
    [
        "scaffold",
        "api",
        "--entity",
        "Order",
        "--fields",
        "discount:decimal(5,2)=0 state:enum(open,closed)=open gift:bool? placedAt:timestamp?:index barcode:string(20)?:unique referrer:ref(Customer, setNull)?",
    ];

    private static readonly string[] Store = ["src", "Modules", "Shop", "Orders", "OrderStore.cs"];
    private static readonly string[] Endpoints = ["src", "Modules", "Shop", "Orders", "OrderEndpoints.cs"];
    private static readonly string[] Entity = ["src", "Modules", "Shop", "Orders", "Order.cs"];

    [Fact]
    public async Task TheSameChangesNothing()
    {
        var solution = await NewAsync("the-same-again");

        foreach (var scaffold in Scaffolded)
            Assert.Contains("nothing to do", await solution.BeAsync(scaffold), StringComparison.Ordinal);

        Assert.Equal("", await solution.UncommittedAsync());
        machine.Discard("the-same-again");
    }

    [Fact]
    public async Task MoreFieldsKeepTheOwnersCodeAndRows()
    {
        var solution = await NewAsync("more-fields");
        await using var database = await machine.NewDatabaseAsync();
        solution = solution.On(database);
        await solution.BeAsync("db", "migrate");
        await InsertRowsAsync(database);
        solution.Edit("    private static NpgsqlCommand Bind(", OwnMethod, Store);
        solution.Edit("        group.MapGet(\"{id:guid}\"", OwnEndpoint, Endpoints);
        await solution.CommitAsync();

        var output = await solution.BeAsync(MoreFields);

        Assert.Matches(@"(?m)^merge +src/Modules/Shop/Orders/OrderStore\.cs$", output);
        await solution.BeAsync("db", "migrate");
        Assert.Equal(
            ["A-1 0.00 open"],
            await database.QueryAsync(
                "select concat_ws(' ', number, discount, state, gift, placed_at, barcode, referrer_id) from shop.orders"
            )
        );
        await solution.BuildAsync();
        await solution.CheckFormatAsync(thoroughly: true);
        await solution.TestAsync(thoroughly: false, withPlatform: false);
        await using (var api = await solution.Api(Assert.Single(solution.Hosts)).StartAsync("Development"))
        {
            var cancellation = TestContext.Current.CancellationToken;
            api.Client.DefaultRequestHeaders.Authorization = await Administrator.LogInAsync(api.Client, cancellation);
            Assert.Equal("1", await api.Client.GetStringAsync(new Uri("/api/v1/orders/count", UriKind.Relative), cancellation));
        }
        machine.Discard("more-fields");
    }

    [Fact]
    public async Task AConflictIsNamedAndNothingIsWritten()
    {
        var solution = await NewAsync("a-conflict");
        solution.Edit("    public DateTimeOffset CreatedAt ", "    public decimal TotalWithTax => Total * 1.19m;\n\n", Entity);
        await solution.CommitAsync();

        var refused = (await solution.TryBeAsync(MoreFields)).Exits(1);

        Assert.Matches(@"(?m)^conflict +src/Modules/Shop/Orders/Order\.cs ", refused.Output);
        Assert.Contains("--merge", refused.Output, StringComparison.Ordinal);
        Assert.Contains("--force", refused.Output, StringComparison.Ordinal);
        Assert.Equal("", await solution.UncommittedAsync());

        (await solution.TryBeAsync([.. MoreFields, "--merge"])).Exits(1);
        Assert.Contains(
            "\n<<<<<<< ",
            await File.ReadAllTextAsync(solution.File(Entity), TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        machine.Discard("a-conflict");
    }

    private static string[][] Scaffolded { get; } = [.. Row.Named("Shop").Scaffold.Take(2).Select(scaffold => scaffold.Arguments)];

    private async Task<Solution> NewAsync(string name)
    {
        var row = Row.Named("Shop");
        var solution = await (row with { Scaffold = [.. row.Scaffold.Take(2)] }).CreateAsync(machine, name);
        await solution.Shell.RunAsync("git", "init", "--quiet");
        await solution.CommitAsync();
        return solution;
    }

    private static async Task InsertRowsAsync(Database database) =>
        await database.QueryAsync(
            """
            with customer as (
                insert into shop.customers (id, name, email) values (gen_random_uuid(), 'Ada', 'ada@example.com') returning id
            )
            insert into shop.orders (id, number, total, customer_id) select gen_random_uuid(), 'A-1', 12.5, id from customer returning number
            """
        );
}
