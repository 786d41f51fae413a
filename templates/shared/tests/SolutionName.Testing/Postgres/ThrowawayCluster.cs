using System.Diagnostics;
using System.Security.Cryptography;
using Npgsql;

namespace Acme.Testing.Postgres;

/// <summary>A cluster that ends with the process that started it, however that process ends.</summary>
internal sealed class ThrowawayCluster : IAsyncDisposable
{
    private const string FolderPrefix = "throwaway-postgres-";

    /// <summary>
    /// Stops the server and deletes its folder once the other end of its input is closed: by disposal, or by the death of this process.
    /// </summary>
    private const string WatchdogScript = """trap '' HUP INT TERM; read -r _; "$1" stop -D "$0/data" -m immediate -s; rm -rf "$0" """;

    /// <summary>Gives a command its own session: what kills our process group then leaves it alone. Not every system has it.</summary>
    private const string Setsid = "/usr/bin/setsid";

    /// <summary>Nothing in it has to survive a power cut.</summary>
    private static readonly string[] Settings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"];

    private readonly PostgresCluster cluster;
    private readonly FileStream owner;
    private readonly Process? watchdog;

    private ThrowawayCluster(PostgresCluster cluster)
    {
        this.cluster = cluster;
        owner = Own(cluster.Folder);
        if (OperatingSystem.IsWindows())
            return;
        string[] script = ["sh", "-c", WatchdogScript, cluster.Folder, cluster.Programs.PgCtl];
        watchdog = (File.Exists(Setsid) ? ServerAccount.Command(Setsid, script) : ServerAccount.Command(script[0], script[1..])).Start();
    }

    /// <summary>How to connect, as superuser.</summary>
    public NpgsqlConnectionStringBuilder Connection { get; private set; } = [];

    public static async Task<ThrowawayCluster> StartAsync(PostgresPrograms programs, CancellationToken cancellationToken)
    {
        await RemoveAbandonedAsync(programs, cancellationToken);
        var folder = Path.Combine(ServerAccount.TemporaryFolder, FolderPrefix + RandomNumberGenerator.GetHexString(12, lowercase: true));
        await ServerAccount.CreateFolderAsync(folder, cancellationToken);

        var throwaway = new ThrowawayCluster(new PostgresCluster(programs, folder, RandomNumberGenerator.GetHexString(32)));
        try
        {
            await throwaway.cluster.InitializeAsync(cancellationToken);
            throwaway.Connection = await throwaway.cluster.StartAsync(null, Settings, cancellationToken);
            return throwaway;
        }
        catch
        {
            await throwaway.DisposeAsync();
            throw;
        }
    }

    /// <summary>The process that serves it; null when none does.</summary>
    public Postmaster? Postmaster => cluster.Postmaster;

    /// <summary>Stops the server; what is in it stays.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => cluster.StopAsync(cancellationToken);

    /// <summary>Starts it again where it was.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken) =>
        Connection = await cluster.StartAsync(Connection.Port, Settings, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (watchdog is null)
            await cluster.StopAsync(CancellationToken.None);
        else
        {
            watchdog.StandardInput.Close();
            await watchdog.WaitForExitAsync(CancellationToken.None);
            watchdog.Dispose();
        }

        await owner.DisposeAsync();
        if (Directory.Exists(cluster.Folder))
            Directory.Delete(cluster.Folder, recursive: true);
    }

    /// <summary>Ends what is left of clusters whose process and watchdog were both killed.</summary>
    private static async Task RemoveAbandonedAsync(PostgresPrograms programs, CancellationToken cancellationToken)
    {
        foreach (var folder in Directory.EnumerateDirectories(ServerAccount.TemporaryFolder, FolderPrefix + "*"))
        {
            // A new folder has no owner yet for a moment.
            if (DateTime.UtcNow - Directory.GetLastWriteTimeUtc(folder) < TimeSpan.FromMinutes(1))
                continue;

            try
            {
                await using (Own(folder))
                    await new PostgresCluster(programs, folder, "").StopAsync(cancellationToken);
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception taken) when (taken is IOException or UnauthorizedAccessException or PostgresUnavailableException)
            {
                // Its owner lives, or somebody else is removing it just now.
                continue;
            }
        }
    }

    /// <summary>A lock that the operating system takes back when the process ends.</summary>
    private static FileStream Own(string folder) =>
        new(Path.Combine(folder, "owner"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
}
