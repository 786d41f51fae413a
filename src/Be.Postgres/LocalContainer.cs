using System.Security.Cryptography;
using Acme.Testing.Postgres;

namespace Be.Postgres;

/// <summary>A solution's server, run by Docker. Its data is in a volume of the container's name.</summary>
internal static class LocalContainer
{
    /// <summary>For PostgreSQL to make its cluster; <c>docker run</c> itself waits until the image is fetched.</summary>
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    public static string Name(string root) => $"be-postgres-{LocalFolder.Identity(root)}";

    public static async Task<LocalClusterState> StartAsync(
        DockerEngine engine,
        string root,
        string database,
        LocalClusterState? known,
        CancellationToken cancellationToken
    )
    {
        var name = Name(root);
        // Neither a container that a crash left behind nor, without its password, a volume can be used again.
        await engine.Command("rm", "--force", name).ReadAsync(cancellationToken);
        if (known is null)
            await engine.Command("volume", "rm", "--force", name).RunAsync(cancellationToken);

        var port = LocalAddress.FreePort(known?.Port);
        var password = known?.Connection.Password ?? RandomNumberGenerator.GetHexString(32);
        await engine.Run(port, password, ["-d", "--name", name, "-v", $"{name}:/var/lib/postgresql/data"]).RunAsync(cancellationToken);

        var connection = LocalAddress.Connection(port, password);
        if (!await ServerProbe.WaitAsync(connection, StartLimit, () => false, cancellationToken))
            throw new PostgresUnavailableException($"PostgreSQL in the container {name} does not answer.", $"docker logs {name}");
        connection.Database = database;
        return new(port, name, connection.ConnectionString, Pid: null, Container: name, Started: true);
    }

    public static Task StopAsync(DockerEngine engine, string root, CancellationToken cancellationToken) =>
        engine.Command("stop", Name(root)).RunAsync(cancellationToken);
}
