using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Be.Cli.Tests;

/// <summary>Microservices have a database each: the commands take all of them, or the one that <c>--service</c> names.</summary>
public sealed class WorkingOnServices : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly TemporaryFolder home = new();

    private string Solution => folder.File("Shop");

    public async ValueTask InitializeAsync()
    {
        var created = (await Be.RunAsync(folder.Path, "new", "microservices", "Shop", "--auth", "none")).Exits(0);
        Assert.EndsWith("next: be scaffold module Sales\n", created.Out, StringComparison.Ordinal);
        (await RunAsync("scaffold", "module", "Crm")).Exits(0);
        (await RunAsync("scaffold", "module", "Sales")).Exits(0);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        home.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task GivesThemOneCertificateForTheKeysOfTokens()
    {
        (await Be.RunAsync(folder.Path, "new", "microservices", "Stall", "-o", "Shop", "--force")).Exits(0);
        (await RunAsync("scaffold", "module", "Crm")).Exits(0);
        try
        {
            (await RunAsync("db", "start")).Exits(0);
            (await RunAsync("scaffold", "module", "Sales")).Exits(0);
            (await RunAsync("db", "start")).Exits(0);
        }
        finally
        {
            await StopAsync();
        }

        var secrets = Directory.GetFiles(home.Path, "secrets.json", SearchOption.AllDirectories).Select(Certificate).ToList();
        Assert.Equal(3, secrets.Count);
        var shared = Assert.Single(secrets.Distinct());
        using var certificate = X509Certificate2.CreateFromPem(shared, shared);
        Assert.True(certificate.HasPrivateKey);

        var written = File.ReadAllLines(Path.Combine(Solution, ".env"))
            .Single(line => line.Contains("CERTIFICATE=", StringComparison.Ordinal));
        var own = written["KEY_RING_CERTIFICATE=".Length..];
        using var another = X509Certificate2.CreateFromPem(own, own);
        Assert.NotEqual(certificate.Thumbprint, another.Thumbprint);
    }

    private async Task StopAsync()
    {
        (await RunAsync("db", "stop")).Exits(0);
        using var state = JsonDocument.Parse(File.ReadAllText(Path.Combine(Solution, ".be", "local", "postgres.json")));
        var data = Path.GetDirectoryName(state.RootElement.GetProperty("dataFolder").GetString())!;
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
    }

    private static string Certificate(string secrets)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(secrets));
        return json.RootElement.GetProperty("KeyRing:Certificate").GetString()!;
    }

    [Fact]
    public async Task MigratesAllOfThemInTurnAndOneByName()
    {
        try
        {
            using var started = JsonDocument.Parse((await RunAsync("db", "start", "--output", "json")).Exits(0).Out);
            Assert.Equal(["Crm", "Sales"], Texts(started, "service"));
            Assert.Equal(2, Texts(started, "connectionString").Distinct().Count());
            Assert.Equal(2, Directory.GetFiles(home.Path, "secrets.json", SearchOption.AllDirectories).Length);

            var migrated = (await RunAsync("db", "migrate")).Exits(0).Out;
            Assert.Matches(@"(?s)^Crm:\napplied \d+_create_schema_crm\.sql.*Sales:\napplied \d+_create_schema_sales\.sql", migrated);
            Assert.Contains("next: dotnet run --project services/Crm/Shop.Crm", migrated, StringComparison.Ordinal);

            Assert.StartsWith(
                "rolled back",
                (await RunAsync("db", "rollback", "--service", "sales")).Exits(0).Out,
                StringComparison.Ordinal
            );
            using var states = JsonDocument.Parse((await RunAsync("db", "status", "--output", "json")).Exits(0).Out);
            Assert.Equal(["Crm", "Sales"], Texts(states, "service"));
            Assert.Equal([true, false], states.RootElement.EnumerateArray().Select(state => state.GetProperty("applied").GetBoolean()));

            Assert.Contains("ok    PostgreSQL", (await RunAsync("doctor")).Out, StringComparison.Ordinal);
        }
        finally
        {
            await StopAsync();
        }
    }

    [Fact]
    public async Task AddsAMigrationToOneOfThem()
    {
        (await RunAsync("migration", "add", "fix_it", "--service", "Sales")).Exits(0);

        Assert.Single(Directory.GetFiles(Path.Combine(Solution, "services", "Sales", "migrations"), "*_fix_it.sql"));
    }

    [Theory]
    [InlineData("db rollback", "There are 2 services, each with its own database.")]
    [InlineData("migration add fix_it", "There are 2 services, each with its own database.")]
    [InlineData("db migrate --connection postgres://app@127.0.0.1:1/shop", "A connection names one database, and there are 2 services.")]
    [InlineData("db migrate --service Billing", "There is no service Billing.")]
    public async Task AsksWhichOneIsMeant(string arguments, string problem) =>
        (await RunAsync(arguments.Split(' '))).Refuses(2, problem, "Name it: --service Crm or --service Sales");

    [Theory]
    [InlineData("Platform")]
    [InlineData("Gateway")]
    public async Task RefusesAServiceCalledLikeAPartOfEverySolution(string name) =>
        Assert.Contains(
            $"{name} is a part of every solution",
            (await RunAsync("scaffold", "module", name)).Exits(2).Error,
            StringComparison.Ordinal
        );

    private static IEnumerable<string> Texts(JsonDocument json, string property) =>
        json.RootElement.EnumerateArray().Select(item => item.GetProperty(property).GetString()!);

    private Task<Outcome> RunAsync(params string[] arguments) => Be.RunAsync(Be.Program, Solution, arguments, ("HOME", home.Path));
}
