using System.Diagnostics;
using System.Security.Cryptography;
using Npgsql;

namespace Acme.Testing.Postgres;

/// <summary>A container that ends with the process that started it, however that process ends.</summary>
internal sealed class ThrowawayContainer : IAsyncDisposable
{
    /// <summary>
    /// The container ends with its first process: once Docker closes its input, because this process closed its own, or died.
    /// </summary>
    private const string UntilInputCloses = "docker-entrypoint.sh postgres -c fsync=off -c max_connections=200 </dev/null & read -r _";

    /// <summary>Docker may have to fetch the image first.</summary>
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5);

    private readonly Process process;

    private ThrowawayContainer(Process process) => this.process = process;

    /// <summary>How to connect, as superuser.</summary>
    public NpgsqlConnectionStringBuilder Connection { get; private init; } = [];

    public static async Task<ThrowawayContainer> StartAsync(DockerEngine engine, CancellationToken cancellationToken)
    {
        var port = LocalAddress.FreePort();
        var password = RandomNumberGenerator.GetHexString(32);
        var process = engine.Run(port, password, ["-i"], "sh", "-c", UntilInputCloses).Start();
        var container = new ThrowawayContainer(process) { Connection = LocalAddress.Connection(port, password) };

        // Output that nobody reads would stop the server once the pipe is full.
        var output = Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        try
        {
            if (await ServerProbe.WaitAsync(container.Connection, StartLimit, () => process.HasExited, cancellationToken))
                return container;
        }
        catch
        {
            await container.DisposeAsync();
            throw;
        }

        await container.DisposeAsync();
        throw new PostgresUnavailableException(
            $"docker run {DockerEngine.Image} failed: {string.Concat(await output).Trim().ReplaceLineEndings(" ")}",
            "Mend that, or install PostgreSQL.");
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }
}
