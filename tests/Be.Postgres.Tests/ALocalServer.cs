using System.Diagnostics;
using Acme.Testing.Postgres;
using Be.Scaffolding;
using Npgsql;

namespace Be.Postgres.Tests;

public sealed class ALocalServer : IAsyncLifetime
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("be my solution-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await LocalCluster.StopAsync(root.FullName);
        if (LocalClusterState.Read(root.FullName) is { Container: null } state)
            Directory.Delete(Path.GetDirectoryName(state.DataFolder)!, recursive: true);
        root.Delete(recursive: true);
    }

    [Fact]
    public async Task KeepsItsDataPortAndPasswordFromStopToStart()
    {
        var first = await StartAsync();
        await ExecuteAsync(first, "create table a as select 42 as id");

        Assert.True(await LocalCluster.StopAsync(root.FullName, Token));
        var second = await StartAsync();

        Assert.Equal(first.ConnectionString, second.ConnectionString);
        Assert.NotEqual(first.Pid, second.Pid);
        Assert.Equal(42, await ExecuteAsync(second, "select id from a"));
    }

    [Fact]
    public async Task IsStartedOnce()
    {
        var started = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => StartAsync()));

        Assert.Single(started.Distinct());
        Assert.Equal(started[0], await StartAsync());
    }

    [Fact]
    public async Task LeavesNoProcessBehind()
    {
        var state = await StartAsync();
        Assert.True(RunningProcess.Has(state.Pid!.Value));

        await LocalCluster.StopAsync(root.FullName, Token);

        Assert.False(RunningProcess.Has(state.Pid.Value));
        Assert.False(await LocalCluster.StopAsync(root.FullName, Token));
    }

    [Fact]
    public async Task HasTheSolutionsDatabase()
    {
        var state = await StartAsync();

        Assert.Equal("my-shop", await ExecuteAsync(state, "select current_database()"));
        Assert.Equal(
            "UTF8|C",
            await ExecuteAsync(
                state,
                "select pg_encoding_to_char(encoding) || '|' || datcollate from pg_database where datname = 'my-shop'"
            )
        );
        Assert.Equal("on", await ExecuteAsync(state, "show fsync"));
    }

    [Fact]
    public async Task AsksForItsPasswordAndAnswersThisMachineOnly()
    {
        var state = await StartAsync();
        var guess = new NpgsqlConnectionStringBuilder(state.ConnectionString) { Password = "postgres" };

        var error = await Assert.ThrowsAsync<UserError>(() => new Database(guess).StatusAsync(root.FullName, Token));

        Assert.StartsWith("The server does not let postgres in", error.Problem, StringComparison.Ordinal);
        Assert.Equal("127.0.0.1", await ExecuteAsync(state, "show listen_addresses"));
        Assert.Equal("scram-sha-256", await ExecuteAsync(state, "show password_encryption"));
    }

    [Fact]
    public async Task IsFoundWhileItRuns()
    {
        var state = await StartAsync();
        Assert.Equal(state.ConnectionString, DatabaseLocator.Find(root.FullName, null, environment: _ => null).ConnectionString);

        await LocalCluster.StopAsync(root.FullName, Token);

        Assert.Throws<UserError>(() => DatabaseLocator.Find(root.FullName, null, environment: _ => null));
    }

    [Fact]
    public async Task ComesBackAfterItsProcessWasKilled()
    {
        var state = await StartAsync();
        await ExecuteAsync(state, "create table a as select 42 as id");
        using (var postmaster = Process.GetProcessById(state.Pid!.Value))
        {
            postmaster.Kill();
            await postmaster.WaitForExitAsync(Token);
        }

        Assert.False(await LocalCluster.StopAsync(root.FullName, Token));
        Assert.Equal(42, await ExecuteAsync(await StartAsync(), "select id from a"));
    }

    [Fact]
    public async Task TakesAnotherPortWhenItsOwnIsTaken()
    {
        var first = await StartAsync();
        await LocalCluster.StopAsync(root.FullName, Token);
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, first.Port);
        other.Start();

        var second = await StartAsync();

        Assert.NotEqual(first.Port, second.Port);
        Assert.Equal(1, await ExecuteAsync(second, "select 1"));
    }

    [Fact]
    public async Task StartsEmptyWhenItsStateIsLost()
    {
        await ExecuteAsync(await StartAsync(), "create table a ()");
        File.Delete(Path.Combine(root.FullName, LocalClusterState.FileName));

        Assert.Equal(DBNull.Value, await ExecuteAsync(await StartAsync(), "select to_regclass('a')::text"));
    }

    [Fact]
    public async Task IsNotThatOfACopiedSolution()
    {
        var original = await StartAsync();
        var copy = Directory.CreateTempSubdirectory("be-copy-");
        copy.CreateSubdirectory(".be/local");
        File.Copy(Path.Combine(root.FullName, LocalClusterState.FileName), Path.Combine(copy.FullName, LocalClusterState.FileName));

        Assert.Null(LocalCluster.Running(copy.FullName));
        Assert.False(await LocalCluster.StopAsync(copy.FullName, Token));
        Assert.Equal(1, await ExecuteAsync(original, "select 1"));
        copy.Delete(recursive: true);
    }

    [Fact]
    public async Task KeepsItsStateFromGitAndFromOthers()
    {
        var state = await StartAsync();

        var file = Path.Combine(root.FullName, ".be", "local", "postgres.json");
        Assert.Equal("*\n", await File.ReadAllTextAsync(Path.Combine(root.FullName, ".be", "local", ".gitignore"), Token));
        Assert.Contains($"\"port\": {state.Port},\n", await File.ReadAllTextAsync(file, Token), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal($"postgres://postgres@127.0.0.1:{state.Port}/my-shop", state.ToString());
    }

    [Fact]
    public async Task SaysThatTheFolderCannotBeWritten()
    {
        await File.WriteAllTextAsync(Path.Combine(root.FullName, ".be"), "", Token);

        var error = await Assert.ThrowsAsync<UserError>(StartAsync);

        Assert.StartsWith(".be/local cannot be used: ", error.Problem, StringComparison.Ordinal);
        File.Delete(Path.Combine(root.FullName, ".be"));
    }

    private Task<LocalClusterState> StartAsync() => LocalCluster.StartAsync(root.FullName, ["my-shop"], Token);

    private static async Task<object?> ExecuteAsync(LocalClusterState state, string sql)
    {
        await using var source = NpgsqlDataSource.Create(state.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Token);
    }
}
