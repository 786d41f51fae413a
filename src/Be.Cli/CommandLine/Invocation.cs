using System.CommandLine;
using System.CommandLine.Invocation;

namespace Be.Cli.CommandLine;

/// <summary>Runs a command line and turns whatever happens into two lines and an exit code.</summary>
internal static class Invocation
{
    // A value may start with an @, as in a default: it names no file with more arguments.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    // Failures and signals are ours: System.CommandLine handles a signal only once a command has begun to wait for something.
    private static readonly InvocationConfiguration Running = new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    };

    public static async Task<int> RunAsync(RootCommand commands, string[] arguments)
    {
        try
        {
            var parsed = commands.Parse(arguments, Parsing);
            if (ArgumentErrors.Of(parsed) is { } error)
                throw error;
            return parsed.Action is AsynchronousCommandLineAction ? await RunInterruptiblyAsync(parsed) : parsed.Invoke(Running);
        }
        catch (Exception failure)
        {
            return Failure.Print(failure, Console.Error);
        }
    }

    private static async Task<int> RunInterruptiblyAsync(ParseResult parsed)
    {
        using var interruption = new Interruption();
        try
        {
            return await parsed.InvokeAsync(Running, interruption.Token);
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            return interruption.ExitCode;
        }
    }
}
