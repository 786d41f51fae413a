using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Acme.Platform.Messaging;

/// <summary>Forgets which events were taken, long after they were.</summary>
internal sealed partial class HouseKeeping(EventQueue queue, IOptions<RelayOptions> options, ILogger<HouseKeeping> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Persistence.UntilStoppedAsync(KeepHouseAsync, options.Value, LogInterrupted, stoppingToken);

    private async Task KeepHouseAsync(Action works, CancellationToken stopping)
    {
        while (true)
        {
            await queue.ForgetAsync(options.Value.InboxRetention, stopping);
            works();
            await Task.Delay(Interval, stopping);
        }
    }

    [LoggerMessage(LogLevel.Error, "Cleaning the inbox was interrupted; it goes on in {Seconds:0.0} s.")]
    private partial void LogInterrupted(Exception exception, double seconds);
}
