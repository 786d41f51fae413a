using System.Security.Cryptography;
using Acme.Testing.Postgres;
using Npgsql;

namespace Be.Postgres;

/// <summary>A solution's server, run by the programs installed on this machine.</summary>
internal static class LocalPrograms
{
    public static string DataFolder(string root) => Path.Combine(Folder(root), "data");

    public static async Task<LocalClusterState> StartAsync(
        PostgresPrograms programs,
        string root,
        string database,
        LocalClusterState? known,
        CancellationToken cancellationToken
    )
    {
        var password = known?.Connection.Password ?? RandomNumberGenerator.GetHexString(32);
        var cluster = new PostgresCluster(programs, Folder(root), password);
        if (known is null || !Directory.Exists(cluster.DataFolder))
            await MakeAsync(cluster, cancellationToken);

        var connection = await cluster.StartAsync(known?.Port, [], cancellationToken);
        connection.Database = database;
        return new(
            connection.Port,
            cluster.DataFolder,
            connection.ConnectionString,
            cluster.Postmaster?.ProcessId,
            Container: null,
            Started: true
        );
    }

    public static Task StopAsync(PostgresPrograms programs, string root, CancellationToken cancellationToken) =>
        new PostgresCluster(programs, Folder(root), "").StopAsync(cancellationToken);

    /// <summary>Makes an empty cluster in place of one whose password nobody knows any more.</summary>
    private static async Task MakeAsync(PostgresCluster cluster, CancellationToken cancellationToken)
    {
        await cluster.StopAsync(cancellationToken);
        if (Directory.Exists(cluster.Folder))
            Directory.Delete(cluster.Folder, recursive: true);
        await ServerAccount.CreateFolderAsync(cluster.Folder, cancellationToken);
        await cluster.InitializeAsync(cancellationToken);
    }

    /// <summary>In the solution; elsewhere when the server's account is another, which may not be able to enter the solution.</summary>
    private static string Folder(string root) =>
        ServerAccount.IsPostgres
            ? Path.Combine(ServerAccount.TemporaryFolder, $"be-postgres-{LocalFolder.Identity(root)}")
            : Path.Combine(LocalFolder.Of(root), "postgres");
}
