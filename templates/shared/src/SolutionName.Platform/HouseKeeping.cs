using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Acme.Platform;

/// <summary>Removes what was kept long enough, every hour.</summary>
/// <param name="removeAsync">Removes it.</param>
/// <param name="what">What it is, for the log.</param>
/// <param name="logger">The log.</param>
internal sealed partial class HouseKeeping(Func<CancellationToken, Task> removeAsync, string what, ILogger<HouseKeeping> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
            await Task.Delay(await RemoveAsync(stoppingToken), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <returns>How long to wait: the database may be away for a while.</returns>
    private async Task<TimeSpan> RemoveAsync(CancellationToken stopping)
    {
        try
        {
            await removeAsync(stopping);
            return Interval;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            if (!stopping.IsCancellationRequested)
                LogInterrupted(what, Pause.TotalSeconds, exception);
            return Pause;
        }
    }

    [LoggerMessage(LogLevel.Error, "Removing old {What} was interrupted; it goes on in {Seconds:0} s.")]
    private partial void LogInterrupted(string what, double seconds, Exception exception);
}

internal static class HouseKeepingSetup
{
    /// <summary>Lets something be removed every hour.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="what">What it is, for the log.</param>
    /// <param name="removal">What removes it.</param>
    public static IServiceCollection AddHouseKeeping(
        this IServiceCollection services, string what, Func<IServiceProvider, Func<CancellationToken, Task>> removal) =>
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<HouseKeeping>(provider, removal(provider), what));
}
