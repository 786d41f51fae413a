using System.Net;
using Microsoft.AspNetCore.Builder;
using Acme.Platform.Database;
using Acme.Platform.Tests.Requests;
using Acme.Testing;

namespace Acme.Platform.Tests.Trouble;

/// <summary>While the database is away callers are told so in time, and soon after its return all is well, without a restart.</summary>
public sealed class DatabaseTrouble(TestServer server)
{
    /// <summary>Shorter than those of the platform, for a short test.</summary>
    private const string Times = "Timeout=2;Command Timeout=2";

    /// <summary>The times above with that for a cancellation, and what a busy machine adds; below the time limit of a request.</summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(15);

    /// <summary>As the platform promises.</summary>
    private static readonly TimeSpan LongestRecovery = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task IsSurvivedWhenTheServerStops()
    {
        await using var own = await OwnServer.StartAsync();
        await using var api = await StartAsync($"{own.ConnectionString};{Times}");

        await EndureAsync(api, own.ConnectionString, own.StopAsync, own.StartAgainAsync);
    }

    [Fact]
    public async Task IsSurvivedWhenTheServerHangs()
    {
        await using var own = await OwnServer.StartAsync();
        await using var api = await StartAsync($"{own.ConnectionString};{Times}");

        await EndureAsync(api, own.ConnectionString, own.SuspendAsync, own.ResumeAsync);
    }

    [Fact]
    public async Task IsSurvivedWhenTheNetworkHangs()
    {
        await using var network = new Network(server.ConnectionString);
        await using var api = await StartAsync(network.ConnectionString(Times));

        await EndureAsync(api, network.ConnectionString(""), Do(network.Hang), Do(network.Return));
    }

    [Fact]
    public async Task IsToldWithinTheTimeLimitThatThePlatformSets()
    {
        await using var network = new Network(server.ConnectionString);
        await using var api = await StartAsync(network.ConnectionString(""));
        await (await api.Client.ReadAsync("/row")).ShouldBeAsync(HttpStatusCode.OK);
        network.Hang();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => api.Client.ReadAsync("/row")));

        foreach (var answer in answers)
            await answer.ShouldFailAsync(HttpStatusCode.ServiceUnavailable, "UNAVAILABLE");
    }

    [Fact]
    public async Task IsToldWhenNobodyKnowsTheServersName()
    {
        // RFC 6761: no name ends in it.
        await using var api = await StartAsync($"Host=database.invalid;Database=none;Username=none;{Times}");

        await (await api.Client.ReadAsync("/row")).ShouldFailAsync(HttpStatusCode.ServiceUnavailable, "UNAVAILABLE");
        await ReadyAsync(api, HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task CostsOneCallerTimeAndNotOneForEachConnectionInThePool()
    {
        await using var network = new Network(server.ConnectionString);
        await using var api = await StartAsync(network.ConnectionString(Times));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => api.Client.ReadAsync("/nap")));
        network.Hang();
        await (await api.Client.ReadAsync("/row")).ShouldFailAsync(HttpStatusCode.ServiceUnavailable, "UNAVAILABLE");
        network.Return();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => api.Client.ReadAsync("/row")));

        foreach (var answer in answers)
            await answer.ShouldBeAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task IsOverSoonAfterAShortOutageInWhichNobodyNoticedThatTheConnectionsAreLost()
    {
        await using var network = new Network(server.ConnectionString);
        await using var api = await StartAsync(network.ConnectionString(""));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => api.Client.ReadAsync("/nap")));
        network.Hang();
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        network.Return();
        for (var back = await PlainConnections.ReturnedAsync(network.ConnectionString("")); back.For < LongestRecovery;)
            await back.WaitAsync();

        await using var load = new Load(api.Address, "/row");
        await load.ShouldAllGetAsync(200);

        Assert.All(load.Answers, answer => Assert.Equal(200, answer.Status));
    }

    [Fact]
    public async Task IsSurvivedWhenAllConnectionsAreTaken()
    {
        await using var api = await StartAsync($"{server.ConnectionString};{Times};Maximum Pool Size=2;Command Timeout=60");
        using var enough = new CancellationTokenSource();
        Task[] takers = [];

        await EndureAsync(
            api,
            server.ConnectionString,
            Do(() => takers = [.. Enumerable.Range(0, 2).Select(_ => api.Client.GetAsync(new Uri("/slow", UriKind.Relative), enough.Token))]),
            async () =>
            {
                await enough.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(takers));
            });
    }

    private static Task<OwnApi> StartAsync(string connectionString) => OwnApi.StartAsync(
        app =>
        {
            app.MapGet("/row", async (DatabaseSession database, CancellationToken cancellationToken) =>
            {
                await using var command = database.CreateCommand("select 'a row'");
                return await command.ListAsync(row => row.GetString(0), cancellationToken);
            });
            app.MapGet("/nap", async (DatabaseSession database, CancellationToken cancellationToken) =>
            {
                await using var command = database.CreateCommand("select pg_sleep(0.5)");
                await command.ExecuteNonQueryAsync(cancellationToken);
            });
            app.MapGet("/slow", async (DatabaseSession database, CancellationToken cancellationToken) =>
            {
                await using var command = database.CreateCommand("select pg_sleep(300)");
                await command.ExecuteNonQueryAsync(cancellationToken);
            }).DisableRequestTimeout();
        },
        new() { ["ConnectionStrings:Default"] = connectionString });

    private static async Task EndureAsync(OwnApi api, string database, Func<Task> disturb, Func<Task> mend)
    {
        await using var load = new Load(api.Address, "/row");
        await load.ShouldAllGetAsync(200);
        await ReadyAsync(api, HttpStatusCode.OK);

        await disturb();
        await load.ShouldAllGetAsync(503);
        await ReadyAsync(api, HttpStatusCode.ServiceUnavailable);

        await mend();
        var back = await PlainConnections.ReturnedAsync(database);
        while (!load.AllGot(200, back.Since))
        {
            await back.WaitAsync();
            Assert.True(back.For < LongestRecovery, $"After {back.For} not everybody is served again: {load.Newest}");
        }

        await ReadyAsync(api, HttpStatusCode.OK);
        Assert.All(load.Answers, answer => Assert.True(answer.Status is 200 or 503, answer.ToString()));
        Assert.All(load.Answers, answer => Assert.True(answer.Took < LongestAnswer, answer.ToString()));
        foreach (var refusal in load.Answers.Where(answer => answer.Status == 503))
        {
            Assert.True(refusal.SaysWhenToComeAgain);
            Assert.Contains("\"code\":\"UNAVAILABLE\"", refusal.Body, StringComparison.Ordinal);
        }
    }

    private static async Task ReadyAsync(OwnApi api, HttpStatusCode status)
    {
        for (var until = DateTime.UtcNow.AddSeconds(30); DateTime.UtcNow < until; await Task.Delay(200, TestContext.Current.CancellationToken))
        {
            if ((await api.Client.ReadAsync("/health/ready")).StatusCode == status)
                return;
        }

        Assert.Fail($"/health/ready does not turn to {status}.");
    }

    private static Func<Task> Do(Action action) => () =>
    {
        action();
        return Task.CompletedTask;
    };
}
