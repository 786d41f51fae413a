using System.Diagnostics;
using Npgsql;

namespace Be.Postgres.Tests;

/// <summary>The real dbmate, from npm.</summary>
internal sealed class Dbmate
{
    private const string Version = "2.36.0";

    private static readonly SemaphoreSlim Installing = new(1);

    private readonly string program;

    private Dbmate(string program) => this.program = program;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Installs it into <c>artifacts/npm</c>, unless it is there already.</summary>
    public static async Task<Dbmate> InstalledAsync()
    {
        var folder = Path.Combine(RepositoryRoot(), "artifacts", "npm", $"dbmate-{Version}");
        var extension = OperatingSystem.IsWindows() ? ".cmd" : "";
        var program = Path.Combine(folder, "node_modules", ".bin", "dbmate" + extension);
        await Installing.WaitAsync(Token);
        try
        {
            if (!File.Exists(program))
            {
                Directory.CreateDirectory(folder);
                await ExecuteAsync("npm" + extension, "install", "--prefix", folder, "--no-audit", "--no-fund", $"dbmate@{Version}");
            }
        }
        finally
        {
            Installing.Release();
        }

        return new Dbmate(program);
    }

    /// <summary>Runs one of its commands: <c>up</c>, <c>rollback</c>, <c>status</c>.</summary>
    /// <returns>What it printed.</returns>
    public Task<string> RunAsync(string connectionString, string folder, string command)
    {
        var to = new NpgsqlConnectionStringBuilder(connectionString);
        var url = $"postgres://{to.Username}:{Uri.EscapeDataString(to.Password ?? "")}@{to.Host}:{to.Port}/{to.Database}?sslmode=disable";
        return ExecuteAsync(program, "--url", url, "--migrations-dir", folder, "--no-dump-schema", command);
    }

    /// <summary>Its status, a line each migration: <c>x</c> when applied, and the file.</summary>
    public async Task<string[]> StatusAsync(string connectionString, string folder) =>
        (await RunAsync(connectionString, folder, "status"))
            .Split('\n')
            .Where(line => line.StartsWith('['))
            .Select(line => (line[1] == 'X' ? "x " : "- ") + line[4..].Trim())
            .ToArray();

    private static async Task<string> ExecuteAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(Token);
        var output = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        Assert.True(process.ExitCode == 0, $"{Path.GetFileName(program)} {arguments[^1]}: {output}{await error}");
        return output;
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Templates.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests are not in the repository.");
        return folder.FullName;
    }
}
