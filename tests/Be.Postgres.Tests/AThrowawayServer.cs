using System.Diagnostics;
using Acme.Testing.Postgres;
using Npgsql;

namespace Be.Postgres.Tests;

public sealed class AThrowawayServer
{
    /// <summary>Names the file in which <see cref="IsHeldUntilItsProcessDies"/> says where its server is.</summary>
    private const string ReportVariable = "BE_TESTS_SERVER_REPORT";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task HasDatabasesOfUniqueNames()
    {
        await using var cluster = await StartAsync();
        await using var server = PostgresServer.At(cluster.Connection.ConnectionString);

        var first = new NpgsqlConnectionStringBuilder(await server.CreateDatabaseAsync("My tests; \"x\"", Token));
        var second = new NpgsqlConnectionStringBuilder(await server.CreateDatabaseAsync("My tests; \"x\"", Token));

        Assert.StartsWith("my_tests___x__", first.Database, StringComparison.Ordinal);
        Assert.NotEqual(first.Database, second.Database);
    }

    [Fact]
    public async Task DropsADatabaseThatIsStillInUse()
    {
        await using var cluster = await StartAsync();
        await using var server = PostgresServer.At(cluster.Connection.ConnectionString);
        var database = await server.CreateDatabaseAsync("tests", Token);
        await using var inUse = new NpgsqlConnection(database);
        await inUse.OpenAsync(Token);

        await server.DropDatabaseAsync(database, Token);

        var error = await Assert.ThrowsAsync<PostgresException>(async () =>
        {
            await using var gone = new NpgsqlConnection(database + ";Pooling=false");
            await gone.OpenAsync(Token);
        });
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, error.SqlState);
    }

    [Fact]
    public async Task IsGoneOnceItIsDisposed()
    {
        var cluster = await StartAsync();
        var (data, postmaster) = await WhereaboutsAsync(cluster.Connection.ConnectionString);

        await cluster.DisposeAsync();

        AssertGone(data, postmaster);
    }

    [Fact]
    public async Task IsGoneOnceItsProcessIsKilled()
    {
        var report = Path.GetTempFileName();
        using var holder = Hold(report);
        var (data, postmaster) = await ReportedAsync(report);

        holder.Kill();
        await holder.WaitForExitAsync(Token);

        for (var deadline = DateTime.UtcNow + Patience; Directory.Exists(data) && DateTime.UtcNow < deadline; )
            await Task.Delay(100, Token);
        AssertGone(data, postmaster);
        File.Delete(report);
    }

    /// <summary>What <see cref="IsGoneOnceItsProcessIsKilled"/> runs in a process of its own.</summary>
    [Fact(Explicit = true)]
    public async Task IsHeldUntilItsProcessDies()
    {
        await using var cluster = await StartAsync();
        var (data, postmaster) = await WhereaboutsAsync(cluster.Connection.ConnectionString);
        await File.WriteAllLinesAsync(Environment.GetEnvironmentVariable(ReportVariable)!, [data, $"{postmaster}", "end"], Token);
        await Task.Delay(Timeout.Infinite, Token);
    }

    [Fact]
    public async Task RemovesWhatAnEarlierOneLeft()
    {
        var programs = await ProgramsAsync();
        var abandoned = new PostgresCluster(
            programs,
            Path.Combine(ServerAccount.TemporaryFolder, "throwaway-postgres-left-by-test"),
            "secret"
        );
        await ServerAccount.CreateFolderAsync(abandoned.Folder, Token);
        await abandoned.InitializeAsync(Token);
        await abandoned.StartAsync(null, [], Token);
        var postmaster = abandoned.Postmaster!.ProcessId;
        Directory.SetLastWriteTimeUtc(abandoned.Folder, DateTime.UtcNow.AddHours(-1));

        await using var next = await StartAsync();

        AssertGone(abandoned.DataFolder, postmaster);
    }

    [Fact]
    public async Task LeavesOneAloneThatIsInUse()
    {
        await using var inUse = await StartAsync();
        var (data, _) = await WhereaboutsAsync(inUse.Connection.ConnectionString);
        Directory.SetLastWriteTimeUtc(Path.GetDirectoryName(data)!, DateTime.UtcNow.AddHours(-1));

        await using var next = await StartAsync();

        Assert.Equal(data, (await WhereaboutsAsync(inUse.Connection.ConnectionString)).DataFolder);
    }

    [Fact]
    public async Task TakesTheDeadForDeadAlthoughItsNumberIsInUseAgain()
    {
        var folder = Directory.CreateTempSubdirectory("be-postmaster-");
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "postmaster.pid"),
            $"{Environment.ProcessId}\n{folder}\n1700000000\n",
            Token
        );

        Assert.Null(Postmaster.Of(folder.FullName));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task ShowsItsLogWhenItDoesNotStart()
    {
        var programs = await ProgramsAsync();
        var cluster = new PostgresCluster(programs, Path.Combine(ServerAccount.TemporaryFolder, $"be-tests-{Guid.NewGuid():n}"), "secret");
        await ServerAccount.CreateFolderAsync(cluster.Folder, Token);
        await cluster.InitializeAsync(Token);

        var error = await Assert.ThrowsAsync<PostgresUnavailableException>(() => cluster.StartAsync(null, ["shared_buffers=none"], Token));

        Assert.Contains("invalid value for parameter \"shared_buffers\"", error.Problem, StringComparison.Ordinal);
        Directory.Delete(cluster.Folder, recursive: true);
    }

    private static async Task<ThrowawayCluster> StartAsync() => await ThrowawayCluster.StartAsync(await ProgramsAsync(), Token);

    private static async Task<PostgresPrograms> ProgramsAsync() =>
        await PostgresPrograms.FindAsync(Token) ?? throw PostgresUnavailableException.NothingInstalled();

    private static async Task<(string DataFolder, int Postmaster)> WhereaboutsAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand("show data_directory");
        var data = (string)(await command.ExecuteScalarAsync(Token))!;
        return (data, Postmaster.Of(data)!.ProcessId);
    }

    private static Process Hold(string report)
    {
        var tests = Path.Combine(AppContext.BaseDirectory, "Be.Postgres.Tests.dll");
        var method = $"{typeof(AThrowawayServer).FullName}.{nameof(IsHeldUntilItsProcessDies)}";
        var start = new ProcessStartInfo("dotnet", [tests, "-explicit", "only", "-method", method]) { RedirectStandardOutput = true };
        start.Environment[ReportVariable] = report;
        return Process.Start(start)!;
    }

    private static async Task<(string DataFolder, int Postmaster)> ReportedAsync(string report)
    {
        for (var deadline = DateTime.UtcNow + Patience; DateTime.UtcNow < deadline; await Task.Delay(100, Token))
        {
            if (await File.ReadAllLinesAsync(report, Token) is [var data, var postmaster, "end"])
                return (data, int.Parse(postmaster, System.Globalization.CultureInfo.InvariantCulture));
        }

        throw new TimeoutException("The process that holds a server did not start it.");
    }

    private static void AssertGone(string dataFolder, int postmaster)
    {
        Assert.False(Directory.Exists(dataFolder), dataFolder);
        Assert.False(RunningProcess.Has(postmaster));
    }
}
