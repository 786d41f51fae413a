using Acme.Testing.Postgres;
using Acme.Testing.RabbitMq;

[assembly: AssemblyFixture(typeof(Be.EndToEnd.Tests.Machine))]

namespace Be.EndToEnd.Tests;

/// <summary>A user's machine: the tool and the templates installed from their packages, a PostgreSQL and a RabbitMQ. One for all tests.</summary>
/// <remarks>The packages are those in the folder that <c>BE_PACKAGES</c> names, else what <c>build/pack</c> makes.</remarks>
public sealed class Machine : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("be-end-to-end-").FullName;
    private PostgresServer server = null!;

    /// <summary>The installed tool.</summary>
    internal string Be => Path.Combine(folder, "bin", "be");

    /// <summary>The hive that <c>dotnet new</c> has the templates in.</summary>
    internal string Hive => Path.Combine(folder, "hive");

    private string Solutions => Path.Combine(folder, "solutions");

    /// <summary>Where a user works.</summary>
    internal Shell Shell { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Shell = new Shell(
            folder,
            new Dictionary<string, string>
            {
                ["XDG_DATA_HOME"] = Path.Combine(folder, "data"), // the tool's own hive
                ["DOTNET_CLI_UI_LANGUAGE"] = "en",
                ["DOTNET_NOLOGO"] = "1",
                ["ConnectionStrings__RabbitMq"] = await RabbitMqServer.AddressAsync(),
                ["NuGetAudit"] = "false", // what the registry says about vulnerabilities today is not under test
            }
        );
        var packages = await PackagesAsync();
        await Shell.RunAsync("dotnet", "tool", "install", "Be.Cli", "--tool-path", Path.GetDirectoryName(Be)!, "--source", packages);
        await Shell.RunAsync(
            "dotnet",
            "new",
            "install",
            Assert.Single(Directory.GetFiles(packages, "Be.Templates.*.nupkg")),
            "--debug:custom-hive",
            Hive
        );
        server = await PostgresServer.StartAsync();
    }

    /// <summary>Cleans up; the solution of a test that failed stays, to be looked at.</summary>
    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        if (!Directory.Exists(Solutions) || !Directory.EnumerateFileSystemEntries(Solutions).Any())
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>An empty folder to work in.</summary>
    /// <param name="name">What it is called; its path has spaces.</param>
    internal Shell NewFolder(string name) =>
        Shell.In(Directory.CreateDirectory(Path.Combine(Solutions, name, "a path with spaces")).FullName);

    /// <summary>An empty database, dropped in the end.</summary>
    internal async Task<Database> NewDatabaseAsync() =>
        new(server, await server.CreateDatabaseAsync("end_to_end", TestContext.Current.CancellationToken));

    /// <summary>Deletes the folder of that name: its test has passed.</summary>
    internal void Discard(string name) => Directory.Delete(Path.Combine(Solutions, name), recursive: true);

    private async Task<string> PackagesAsync()
    {
        if (Environment.GetEnvironmentVariable("BE_PACKAGES") is { Length: > 0 } packages)
            return packages;
        await Shell.RunAsync("bash", Path.Combine(Repository.Root, "build", "pack"));
        return Path.Combine(Repository.Root, "artifacts", "packages");
    }
}
