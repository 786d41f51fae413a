using System.CommandLine;
using Be.Cli.CommandLine;
using Be.Postgres;

namespace Be.Cli.Commands;

/// <summary><c>be db stop</c>: stops what <c>be db start</c> started.</summary>
internal static class DbStopCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "stop",
            "Stop the solution's development database; its data stays",
            new Example("be db stop", "be db start goes on with the same data")
        );
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var solution = CurrentSolution.Find();
        var stopped = await LocalCluster.StopAsync(solution.Root, cancellation);
        foreach (var database in ServiceDatabase.Of(solution.Model))
            database.Secrets(solution)?.RemoveConnection();
        Console.WriteLine(stopped ? "stopped" : "it does not run");
        return ExitCode.Done;
    }
}
