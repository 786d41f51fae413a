using RabbitMQ.Client;

namespace Acme.Testing.RabbitMq;

/// <summary>An exchange and a queue that nobody else on the server uses; they are deleted in the end.</summary>
public sealed class BrokerSpace : IAsyncDisposable
{
    private readonly string address;

    private BrokerSpace(string address) => this.address = address;

    public string Exchange { get; } = $"test-{Guid.NewGuid():n}";

    /// <summary>The configuration of a program that works there.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["ConnectionStrings:RabbitMq"] = address,
        ["Messaging:RabbitMq:Exchange"] = Exchange,
        ["Messaging:RabbitMq:Queue"] = Exchange,
    };

    public static async Task<BrokerSpace> NewAsync() => new(await RabbitMqServer.AddressAsync());

    public Task<IConnection> ConnectAsync() => new ConnectionFactory { Uri = new Uri(address) }.CreateConnectionAsync();

    public async ValueTask DisposeAsync()
    {
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        foreach (var name in (string[])[Exchange, Exchange + ".dead"])
        {
            await channel.QueueDeleteAsync(name);
            await channel.ExchangeDeleteAsync(name);
        }
    }
}
