namespace Acme.Platform.Messaging;

/// <summary>Work that goes on until the program ends, whatever goes wrong: servers may be away for a while.</summary>
internal static class Persistence
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <param name="workAsync">Runs until it fails. It calls its argument when it gets on, so that the pauses begin small again.</param>
    /// <param name="options">How long the pauses are.</param>
    /// <param name="onInterrupted">Told the failure and the pause that follows, in seconds.</param>
    /// <param name="stopping">Ends it.</param>
    public static async Task UntilStoppedAsync(
        Func<Action, CancellationToken, Task> workAsync,
        RelayOptions options,
        Action<Exception, double> onInterrupted,
        CancellationToken stopping)
    {
        await Task.Yield();
        for (var failures = 0; !stopping.IsCancellationRequested;)
        {
            try
            {
                await workAsync(() => failures = 0, stopping);
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested && exception is not OutOfMemoryException)
            {
                var pause = PauseAfter(++failures, options);
                onInterrupted(exception, pause.TotalSeconds);
                await Task.Delay(pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception) when (stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }

    public static TimeSpan PauseAfter(int failures, RelayOptions options)
    {
        var pause = options.RetryAfter(failures, Random.Shared.NextDouble());
        return pause < LongestPause ? pause : LongestPause;
    }
}
