namespace Be.Cli.Tests;

public sealed class ScaffoldingAClient : IAsyncLifetime
{
    private const string Client = "services/Sales/Shop.Sales/Clients/Crm/CrmClient.g.cs";
    private readonly TemporaryFolder folder = new();

    public async ValueTask InitializeAsync()
    {
        (await Be.RunAsync(folder.Path, "new", "microservices", "Shop", "--kubernetes")).Exits(0);
        (await RunAsync("scaffold", "api", "--module", "Crm", "--entity", "Customer", "--fields", "name:text")).Exits(0);
        (await RunAsync("scaffold", "module", "Sales")).Exits(0);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task WritesTheClassItsRegistrationItsTestAndItsAddresses()
    {
        var outcome = (await RunAsync("scaffold", "client", "--to", "Crm")).Exits(0);

        foreach (
            var file in new[]
            {
                Client,
                "services/Sales/Shop.Sales/SalesClients.g.cs",
                "services/Sales/Shop.Sales.Tests/CrmClientTests.cs",
                "src/Shop.Platform/Clients.g.props",
            }
        )
            Assert.Contains($"create    {file}\n", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("update    deploy/services/calls.yaml\n", outcome.Out, StringComparison.Ordinal); // each calls Accounts already
        Assert.Contains("Clients__Crm__Address: 'http://crm:8080'", Read("services/Sales/compose.yaml"), StringComparison.Ordinal);
        Assert.Contains(
            "- Clients__Crm__Address=http://crm-app:8080",
            Read("deploy/services/Sales/kustomization.yaml"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task FollowsTheServiceThatItCalls()
    {
        (await RunAsync("scaffold", "client", "--to", "Crm")).Exits(0);

        var outcome = (await RunAsync("scaffold", "api", "--module", "Crm", "--entity", "Customer", "--fields", "email:email?")).Exits(0);

        Assert.Contains($"update    {Client}\n", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("public string? Email { get; init; }", Read(Client), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaysThatTheSecondTimeChangesNothing()
    {
        (await RunAsync("scaffold", "client", "--to", "Crm")).Exits(0);

        Assert.Contains("nothing to do", (await RunAsync("scaffold", "client", "--to", "crm")).Exits(0).Out, StringComparison.Ordinal);
    }

    private string Read(string path) => File.ReadAllText(folder.File(Path.Combine("Shop", path)));

    private Task<Outcome> RunAsync(params string[] arguments) => Be.RunAsync(folder.File("Shop"), arguments);
}
