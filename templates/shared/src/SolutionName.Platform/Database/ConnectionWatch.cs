using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using OpenTelemetry;

namespace Acme.Platform.Database;

/// <summary>
/// Uses a connection of the pool every second. One that leads nowhere any more, as after a short outage of the network, is noticed by whoever uses
/// it, and only then does Npgsql empty the pool: this is sooner than a request, which waits as long as a command may take.
/// </summary>
internal sealed class ConnectionWatch(IServiceProvider services) : BackgroundService
{
    private const int PatienceInSeconds = 2;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var untraced = SuppressInstrumentationScope.Begin();
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Interval, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await AskAsync(stoppingToken);
        }
    }

    private async Task AskAsync(CancellationToken stopping)
    {
        try
        {
            // Not before it is asked: a program that is not told of a database starts without one.
            await using var command = services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select 1");
            command.CommandTimeout = PatienceInSeconds;
            await command.ExecuteScalarAsync(stopping);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // That the database is away is said by /health/ready, and to those who need it.
        }
    }
}
