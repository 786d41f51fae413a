using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Acme.Platform.Database;
using Acme.Platform.Messaging;

namespace Acme.Platform.Tests.Messaging;

/// <summary>Programs that publish and take events on one database of their own.</summary>
public abstract class Replicas(TestServer server) : IAsyncLifetime
{
    private readonly List<IHost> running = [];
    private string connection = null!;
    private ServiceProvider publisher = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What a consumer does beside writing its effect. The number of the attempt counts from 1.</summary>
    internal Func<Counted, int, CancellationToken, Task> OnConsumed { get; set; } = (_, _, _) => Task.CompletedTask;

    /// <summary>What was handed to consumers, failures included.</summary>
    internal ConcurrentQueue<(Counted Message, EventEnvelope Envelope, DateTime At)> Handed { get; } = [];

    public virtual async ValueTask InitializeAsync()
    {
        connection = await server.CreateDatabaseAsync();
        publisher = Services(new ServiceCollection(), _ => { }).BuildServiceProvider();
        await ExecuteAsync(MessagingTables.Sql);
        await ExecuteAsync("create table effects (id bigint generated always as identity, key text not null, number integer not null)");
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var host in running.ToList())
            await StopAsync(host);
        await publisher.DisposeAsync();
        await server.DropDatabaseAsync(connection);
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts a program that takes events: one that retries fast.</summary>
    internal async Task<IHost> StartAsync(Action<RelayOptions>? configure = null)
    {
        var builder = new HostApplicationBuilder();
        builder.Logging.ClearProviders();
        Services(builder.Services, options =>
        {
            options.FirstRetry = TimeSpan.FromMilliseconds(20);
            options.PollInterval = TimeSpan.FromMilliseconds(50);
            configure?.Invoke(options);
        });
        var host = builder.Build();
        running.Add(host);
        await host.StartAsync(Cancellation);
        return host;
    }

    protected async Task StopAsync(IHost host)
    {
        running.Remove(host);
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
    }

    /// <summary>Publishes the numbers from 1, each in a transaction of its own.</summary>
    protected async Task PublishAsync(string key, int count = 1)
    {
        for (var number = 1; number <= count; number++)
            await PublishAsync(new Counted(key, number));
    }

    internal async Task<Guid> PublishAsync(Counted message, bool commit = true)
    {
        await using var scope = publisher.CreateAsyncScope();
        await using var transaction = await Session(scope).BeginAsync(Cancellation);
        var id = await Outbox(scope).AddAsync(message, message.Key, Cancellation);
        if (commit)
            await transaction.CommitAsync(Cancellation);
        return id;
    }

    /// <summary>The effects so far: <c>key number</c>, in the order in which they took place.</summary>
    protected Task<List<string>> EffectsAsync() => QueryAsync("select concat_ws(' ', key, number) from effects order by id");

    /// <summary>Waits until there are that many effects, for ten seconds at most.</summary>
    protected async Task<List<string>> EffectsAsync(int count)
    {
        await UntilAsync(async () => (await EffectsAsync()).Count >= count);
        return await EffectsAsync();
    }

    protected static async Task UntilAsync(Func<Task<bool>> holdsAsync)
    {
        for (var until = DateTime.UtcNow.AddSeconds(10); DateTime.UtcNow < until && !await holdsAsync();)
            await Task.Delay(20, Cancellation);
    }

    protected async Task<List<string>> QueryAsync(string sql)
    {
        await using var scope = publisher.CreateAsyncScope();
        await using var command = Session(scope).CreateCommand(sql);
        return await command.ListAsync(row => row.GetString(0), Cancellation);
    }

    protected async Task ExecuteAsync(string sql)
    {
        await using var scope = publisher.CreateAsyncScope();
        await using var command = Session(scope).CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    /// <summary>A scope of a program that publishes and takes nothing.</summary>
    protected AsyncServiceScope NewScope() => publisher.CreateAsyncScope();

    protected static DatabaseSession Session(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<DatabaseSession>();

    protected static Outbox Outbox(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<Outbox>();

    /// <summary>What runs between the outbox and the consumers: here the relay alone, whatever the transport is.</summary>
    protected virtual void Wire(IServiceCollection services) => services
        .RemoveAll<EventQueue>()
        .RemoveAll<IHostedService>()
        .AddRelayToConsumers(EventQueue.Outbox);

    /// <summary>The configuration of every program.</summary>
    protected virtual Dictionary<string, string?> Settings => [];

    private IServiceCollection Services(IServiceCollection services, Action<RelayOptions> configure)
    {
        services
            .AddLogging()
            .AddMetrics()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(Settings).Build())
            .AddSingleton(_ => NpgsqlDataSource.Create(connection))
            .AddScoped<DatabaseSession>()
            .AddSingleton(this)
            .AddEvent<Counted>("tests.counted.v1")
            .AddConsumer<Counted, CountingConsumer>("tests.counting", "tests.counted.v1")
            .Configure(configure);
        Wire(services);
        return services;
    }
}

internal sealed record Counted(string Key, int Number);

/// <summary>Writes down what it is told.</summary>
internal sealed class CountingConsumer(Replicas replicas, DatabaseSession database) : IConsumer<Counted>
{
    public async Task ConsumeAsync(Counted message, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        await using var insert = database.CreateCommand("insert into effects (key, number) values ($1, $2)");
        await insert.With(message.Key).With(message.Number).ExecuteNonQueryAsync(cancellationToken);
        replicas.Handed.Enqueue((message, envelope, DateTime.UtcNow));
        await replicas.OnConsumed(message, replicas.Handed.Count(handed => handed.Envelope.Id == envelope.Id), cancellationToken);
    }
}
