using System.Runtime.Versioning;
using Acme.Testing.Postgres;
using Npgsql;

namespace Be.Postgres.Tests;

[UnsupportedOSPlatform("windows")]
public sealed class AServerInDocker : IAsyncLifetime
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("be-solution-");
    private StandInForDocker docker = null!;
    private DockerEngine engine = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        docker = new StandInForDocker((await PostgresPrograms.FindAsync(Token))!);
        engine = (await DockerEngine.FindAsync(Token, docker.Program))!;
    }

    public ValueTask DisposeAsync()
    {
        docker.Dispose();
        root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task EndsWithItsInput()
    {
        await using (var container = await ThrowawayContainer.StartAsync(engine, Token))
        {
            Assert.Equal("postgres", await ExecuteAsync(container.Connection, "select current_user"));
            Assert.DoesNotContain(container.Connection.Password!, string.Concat(docker.Calls), StringComparison.Ordinal);
        }

        Assert.False(Directory.Exists(docker.DataFolder));
        Assert.Matches(
            "^run --rm -e POSTGRES_PASSWORD -e POSTGRES_INITDB_ARGS=--encoding=UTF8 --locale=C -p 127.0.0.1:[0-9]+:5432 -i postgres:17 sh -c docker-entrypoint.sh postgres .* read -r _$",
            docker.Calls[^1]
        );
    }

    [Fact]
    public async Task KeepsItsDataInAVolume()
    {
        var first = await LocalContainer.StartAsync(engine, root.FullName, "postgres", null, Token);
        await ExecuteAsync(new(first.ConnectionString), "create table a as select 42 as id");
        await LocalContainer.StopAsync(engine, root.FullName, Token);

        var second = await LocalContainer.StartAsync(engine, root.FullName, "postgres", first, Token);
        Assert.Equal(42, await ExecuteAsync(new(second.ConnectionString), "select id from a"));
        await LocalContainer.StopAsync(engine, root.FullName, Token);

        var name = LocalContainer.Name(root.FullName);
        Assert.Equal((first, name, name), (second, second.Container, second.DataFolder));
        Assert.Equal(
            [
                "version --format {{.Server.Version}}",
                $"rm --force {name}",
                $"volume rm --force {name}",
                $"run --rm -e POSTGRES_PASSWORD -e POSTGRES_INITDB_ARGS=--encoding=UTF8 --locale=C -p 127.0.0.1:{first.Port}:5432 -d --name {name} -v {name}:/var/lib/postgresql/data postgres:17",
                $"stop {name}",
                $"rm --force {name}",
                $"run --rm -e POSTGRES_PASSWORD -e POSTGRES_INITDB_ARGS=--encoding=UTF8 --locale=C -p 127.0.0.1:{first.Port}:5432 -d --name {name} -v {name}:/var/lib/postgresql/data postgres:17",
                $"stop {name}",
            ],
            docker.Calls
        );
    }

    [Fact]
    public async Task SaysWhyItDoesNotStart()
    {
        await File.WriteAllTextAsync(docker.Program, "#!/bin/sh\necho 'no space left' >&2\nexit 125\n", Token);

        var error = await Assert.ThrowsAsync<PostgresUnavailableException>(() => ThrowawayContainer.StartAsync(engine, Token));

        Assert.Equal("docker run postgres:17 failed: no space left", error.Problem);
    }

    [Fact]
    public async Task IsNotTriedWithoutAnEngine()
    {
        await File.WriteAllTextAsync(docker.Program, "#!/bin/sh\necho 'Cannot connect to the Docker daemon' >&2\nexit 1\n", Token);

        Assert.Null(await DockerEngine.FindAsync(Token, docker.Program));
        Assert.Null(await DockerEngine.FindAsync(Token, Path.Combine(root.FullName, "no-docker")));
    }

    private static async Task<object?> ExecuteAsync(NpgsqlConnectionStringBuilder connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Token);
    }
}
