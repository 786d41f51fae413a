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
        if (services.GetService<OutboxTable>() is not { } outbox)
            return await FailAsync("This program has no events.", 1);

        try
        {
            return args switch
            {
                ["dead"] => await ListAsync(outbox, cancellationToken),
                ["replay", "all"] => await ReplayAsync(outbox, null, cancellationToken),
                ["replay", var text] when long.TryParse(text, CultureInfo.InvariantCulture, out var id) =>
                    await ReplayAsync(outbox, id, cancellationToken),
                _ => await FailAsync("Write: events dead, events replay <id>, or events replay all.", 2),
            };
        }
        catch (NpgsqlException exception)
        {
            return await FailAsync($"The outbox could not be read: {exception.Message}", 1);
        }
    }

    private static async Task<int> ListAsync(OutboxTable outbox, CancellationToken cancellationToken)
    {
        var letters = await outbox.ListDeadAsync(Shown + 1, cancellationToken);
        foreach (var letter in letters.Take(Shown))
        {
            var error = letter.Error.ReplaceLineEndings(" ");
            Console.WriteLine($"{letter.Id}  {letter.Event}  {letter.AggregateKey}  {letter.DeadAt:u}  {letter.Attempts} attempts  {error}");
        }

        Console.WriteLine(letters.Count switch
        {
            0 => "no dead letters",
            > Shown => "… and more",
            var count => $"{count} in all",
        });
        return 0;
    }

    private static async Task<int> ReplayAsync(OutboxTable outbox, long? id, CancellationToken cancellationToken)
    {
        var replayed = await outbox.ReplayAsync(id, cancellationToken);
        if (id is not null && replayed == 0)
            return await FailAsync($"There is no dead letter {id}.", 1);

        Console.WriteLine($"{replayed} to be delivered again");
        return 0;
    }

    private static async Task<int> FailAsync(string problem, int exitCode)
    {
        await Console.Error.WriteLineAsync(problem);
        return exitCode;
    }
}
