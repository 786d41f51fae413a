using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Acme.Platform.Messaging;

/// <summary>The program's commands for dead letters: <c>events dead</c>, <c>events replay</c>.</summary>
internal static class EventCommands
{
    private const int Shown = 100;

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, CancellationToken cancellationToken)
    {
        EventQueue[] queues = [.. services.GetServices<EventQueue>()];
        if (queues.Length == 0)
            return await FailAsync("This program has no events.", 1);

        try
        {
            return args switch
            {
                ["dead"] => await ListAsync(queues, cancellationToken),
                ["replay", "all"] => await ReplayAsync(queues, null, cancellationToken),
                ["replay", var text] when Guid.TryParse(text, out var id) =>
                    await ReplayAsync(queues, id, cancellationToken),
                _ => await FailAsync("Write: events dead, events replay <id>, or events replay all.", 2),
            };
        }
        catch (NpgsqlException exception)
        {
            return await FailAsync($"The queues could not be read: {exception.Message}", 1);
        }
    }

    private static async Task<int> ListAsync(EventQueue[] queues, CancellationToken cancellationToken)
    {
        var letters = new List<DeadLetter>();
        foreach (var queue in queues)
            letters.AddRange(await queue.ListDeadAsync(Shown + 1, cancellationToken));

        foreach (var letter in letters.Take(Shown))
        {
            var error = letter.Error.ReplaceLineEndings(" ");
            Console.WriteLine(
                $"{letter.EventId}  {letter.Queue}  {letter.Event}  {letter.AggregateKey}  {letter.DeadAt:u}  {letter.Attempts} attempts  {error}");
        }

        Console.WriteLine(letters.Count switch
        {
            0 => "no dead letters",
            > Shown => "… and more",
            var count => $"{count} in all",
        });
        return 0;
    }

    private static async Task<int> ReplayAsync(EventQueue[] queues, Guid? eventId, CancellationToken cancellationToken)
    {
        var replayed = 0L;
        foreach (var queue in queues)
            replayed += await queue.ReplayAsync(eventId, cancellationToken);
        if (eventId is not null && replayed == 0)
            return await FailAsync($"There is no dead letter {eventId}.", 1);

        Console.WriteLine($"{replayed} to be delivered again");
        return 0;
    }

    private static async Task<int> FailAsync(string problem, int exitCode)
    {
        await Console.Error.WriteLineAsync(problem);
        return exitCode;
    }
}
