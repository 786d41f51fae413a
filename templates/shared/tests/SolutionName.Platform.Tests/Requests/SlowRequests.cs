using System.Net;
using Microsoft.AspNetCore.Builder;
using Npgsql;
using Acme.Platform.Database;
using Acme.Testing;

namespace Acme.Platform.Tests.Requests;

/// <summary>A request that takes too long is cancelled, down to its query.</summary>
public sealed class SlowRequests(TestServer server)
{
    [Fact]
    public async Task AreToldThatTheyTookTooLong()
    {
        await using var api = await OwnApi.StartAsync(
            app => app.MapGet("/slow", async (CancellationToken cancellationToken) =>
            {
                await Task.Delay(TimeSpan.FromMinutes(5), cancellationToken);
                return "late";
            }),
            new() { ["RequestTimeouts:Default"] = "00:00:00.5" });

        await (await api.Client.ReadAsync("/slow")).ShouldFailAsync(HttpStatusCode.GatewayTimeout, "TIMEOUT");
        Assert.Empty(api.Log.Errors);
    }

    [Fact]
    public async Task LeaveNoQueryBehind()
    {
        var connection = await server.CreateDatabaseAsync();
        await using (var api = await OwnApi.StartAsync(
            app => app.MapGet("/slow", async (DatabaseSession database, CancellationToken cancellationToken) =>
            {
                await using var command = database.CreateCommand("select pg_sleep(300)");
                await command.ExecuteNonQueryAsync(cancellationToken);
            }),
            new() { ["RequestTimeouts:Default"] = "00:00:02", ["ConnectionStrings:Default"] = connection }))
        {
            await (await api.Client.ReadAsync("/slow")).ShouldFailAsync(HttpStatusCode.GatewayTimeout, "TIMEOUT");

            await using var others = NpgsqlDataSource.Create(connection);
            await using var sleeping = others.CreateCommand(
                "select count(*) from pg_stat_activity where datname = current_database() and state = 'active' and pid <> pg_backend_pid()");
            Assert.Equal(0L, await sleeping.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        }

        await server.DropDatabaseAsync(connection);
    }
}
