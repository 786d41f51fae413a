using Npgsql;

namespace Acme.Testing.Postgres;

/// <summary>A cluster of databases in a folder of its own, served on a port of 127.0.0.1.</summary>
/// <param name="Programs">What serves it.</param>
/// <param name="Folder">Where it is.</param>
/// <param name="Password">The password of its superuser, postgres.</param>
internal sealed record PostgresCluster(PostgresPrograms Programs, string Folder, string Password)
{
    private const int Attempts = 5;

    /// <summary>What PostgreSQL calls PGDATA.</summary>
    public string DataFolder => Path.Combine(Folder, "data");

    private string LogFile => Path.Combine(Folder, "server.log");

    /// <summary>The process that serves it; null when none does.</summary>
    public Postmaster? Postmaster => Postmaster.Of(DataFolder);

    /// <summary>Makes the cluster in the folder, which is empty: UTF-8, sorted by code point, every connection with a password.</summary>
    public async Task InitializeAsync(CancellationToken cancellationToken)
    {
        var passwordFile = Path.Combine(Folder, "password");
        await File.WriteAllTextAsync(passwordFile, Password, cancellationToken);
        await ServerAccount.Command(
            Programs.Initdb, "-D", DataFolder, "-U", "postgres", $"--pwfile={passwordFile}", "--auth=scram-sha-256",
            "--encoding=UTF8", "--locale=C", "--no-sync").RunAsync(cancellationToken);
        File.Delete(passwordFile);
    }

    /// <summary>Starts the server and waits until it answers.</summary>
    /// <param name="preferredPort">The port to take where it is free; any free one otherwise.</param>
    /// <param name="settings">Settings of the server, <c>name=value</c>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>How to connect, as superuser.</returns>
    /// <exception cref="PostgresUnavailableException">It does not start; the message holds what its log says.</exception>
    public async Task<NpgsqlConnectionStringBuilder> StartAsync(
        int? preferredPort, IEnumerable<string> settings, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = LocalAddress.FreePort(attempt == 1 ? preferredPort : null);
            try
            {
                await StartOnAsync(port, settings, cancellationToken);
                return LocalAddress.Connection(port, Password);
            }
            catch (PostgresUnavailableException) when (attempt < Attempts && LogTail().Contains("could not bind", StringComparison.Ordinal))
            {
                // Another process took the port after it was found free.
                File.Delete(LogFile);
            }
            catch (PostgresUnavailableException failed) when (LogTail() is { Length: > 0 } log)
            {
                throw new PostgresUnavailableException($"{failed.Problem} Its log: {log}", failed.Remedy);
            }
        }
    }

    /// <summary>Stops the server where it runs.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (Postmaster is not null)
            await ServerAccount.Command(Programs.PgCtl, "stop", "-D", DataFolder, "-m", "fast", "-w", "-s").RunAsync(cancellationToken);
    }

    private Task StartOnAsync(int port, IEnumerable<string> settings, CancellationToken cancellationToken)
    {
        string[] all = ["listen_addresses=127.0.0.1", "unix_socket_directories=", $"port={port}", .. settings];
        var options = string.Join(' ', all.Select(setting => $"-c {setting}"));
        return ServerAccount.Command(Programs.PgCtl, "start", "-D", DataFolder, "-l", LogFile, "-o", options, "-w", "-s")
            .RunAsync(cancellationToken);
    }

    private string LogTail() => File.Exists(LogFile) ? string.Join(" ", File.ReadLines(LogFile).TakeLast(3)) : "";
}
