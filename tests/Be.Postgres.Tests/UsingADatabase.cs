using System.Net;
using System.Net.Sockets;
using Be.Scaffolding;
using Npgsql;

namespace Be.Postgres.Tests;

public sealed class UsingADatabase(TestServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CreatesItWhenItIsMigratedForTheFirstTime()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "create table a (id int);", "drop table a;");
        await database.DropAsync();
        var notices = new List<string>();

        var applied = await Of(database).MigrateAsync(database.Folder, onNotice: notices.Add, cancellationToken: Token);

        Assert.Equal("1_a.sql", Assert.Single(applied).File);
        Assert.Equal([$"created the database {Name(database)}"], notices);
        Assert.Empty(await Of(database).MigrateAsync(database.Folder, onNotice: notices.Add, cancellationToken: Token));
        Assert.Single(notices);
    }

    [Fact]
    public async Task IsCreatedOnceByMany()
    {
        await using var database = await server.NewDatabaseAsync();
        await database.DropAsync();

        var created = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Of(database).CreateIfMissingAsync(Token)));

        Assert.Single(created, once => once);
    }

    [Fact]
    public async Task RollsBackAndShowsTheStatus()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "create table a (id int);", "drop table a;");
        await Of(database).MigrateAsync(database.Folder, cancellationToken: Token);

        var undone = new List<string>();
        await Of(database).RollbackAsync(database.Folder, onRolledBack: each => undone.Add(each.File), cancellationToken: Token);

        Assert.Equal(["1_a.sql"], undone);
        Assert.False(Assert.Single(await Of(database).StatusAsync(database.Folder, Token)).Applied);
    }

    [Fact]
    public async Task TellsThatItWaitsForAnotherProcess()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "select pg_sleep(0.5);");
        var notices = new List<string>();

        await Task.WhenAll(
            Enumerable.Range(0, 2).Select(_ => Of(database).MigrateAsync(database.Folder, onNotice: notices.Add, cancellationToken: Token))
        );

        Assert.Equal(["another process migrates this database: waiting for it to end"], notices);
    }

    [Fact]
    public async Task SaysWhichStatementFailedAndWhatToDo()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "select 1;\nselect nothing;");

        var error = await Assert.ThrowsAsync<UserError>(() => Of(database).MigrateAsync(database.Folder, cancellationToken: Token));

        Assert.Equal("1_a.sql:3: column \"nothing\" does not exist (42703), in: select nothing", error.Problem);
        Assert.Contains("run this again", error.Remedy, StringComparison.Ordinal);
        Assert.Equal(1, error.ExitCode);
    }

    [Fact]
    public async Task SaysThatItDoesNotExist()
    {
        await using var database = await server.NewDatabaseAsync();
        await database.DropAsync();

        var error = await Assert.ThrowsAsync<UserError>(() => Of(database).StatusAsync(database.Folder, Token));

        Assert.StartsWith($"There is no database {Name(database)}: postgres://", error.Problem, StringComparison.Ordinal);
        Assert.Equal("be db migrate", error.Remedy);
    }

    [Fact]
    public async Task SaysThatThePasswordIsWrongWithoutShowingIt()
    {
        await using var database = await server.NewDatabaseAsync();
        await database.ExecuteAsync($"create role {Name(database)}_app login password 'right'");
        var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString)
        {
            Username = $"{Name(database)}_app",
            Password = "hunter2",
        };

        var error = await Assert.ThrowsAsync<UserError>(() => new Database(connection).StatusAsync(database.Folder, Token));

        await database.ExecuteAsync($"drop role {connection.Username}");
        Assert.StartsWith($"The server does not let {connection.Username} in", error.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaysThatARoleMayNotMigrate()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "select 1;");
        await database.ExecuteAsync($"create role {Name(database)}_app login password 'app'; revoke create on schema public from public");
        var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString)
        {
            Username = $"{Name(database)}_app",
            Password = "app",
        };

        var error = await Assert.ThrowsAsync<UserError>(() =>
            new Database(connection).MigrateAsync(database.Folder, cancellationToken: Token)
        );

        await database.ExecuteAsync($"drop role {connection.Username}");
        Assert.Contains("may not do that: permission denied for schema public", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaysThatNoServerAnswers()
    {
        await using var database = await server.NewDatabaseAsync();
        var away = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = 1,
            Username = "u",
            Password = "hunter2",
            Database = "d",
        };

        var error = await Assert.ThrowsAsync<UserError>(() => new Database(away).StatusAsync(database.Folder, Token));

        Assert.StartsWith("No PostgreSQL answers at 127.0.0.1:1: ", error.Problem, StringComparison.Ordinal);
        Assert.Contains("be db start", error.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaysThatAHostDoesNotExist()
    {
        await using var database = await server.NewDatabaseAsync();
        var away = new NpgsqlConnectionStringBuilder
        {
            Host = "no-such-host.invalid",
            Username = "u",
            Database = "d",
        };

        var error = await Assert.ThrowsAsync<UserError>(() => new Database(away).StatusAsync(database.Folder, Token));

        Assert.StartsWith("No PostgreSQL answers at no-such-host.invalid:5432: ", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaysThatAnotherKindOfServerAnswers()
    {
        await using var database = await server.NewDatabaseAsync();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var other = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = ((IPEndPoint)listener.LocalEndpoint).Port,
            Username = "u",
            Timeout = 1,
        };

        var error = await Assert.ThrowsAsync<UserError>(() => new Database(other).StatusAsync(database.Folder, Token));

        Assert.StartsWith("No PostgreSQL answers at 127.0.0.1:", error.Problem, StringComparison.Ordinal);
    }

    private static Database Of(TestDatabase database) => new(new NpgsqlConnectionStringBuilder(database.ConnectionString));

    private static string Name(TestDatabase database) => new NpgsqlConnectionStringBuilder(database.ConnectionString).Database!;
}
