using System.CommandLine;

namespace Be.Cli.CommandLine;

/// <summary>Runs a command line and turns whatever happens into two lines and an exit code.</summary>
internal static class Invocation
{
    // A value may start with an @, as in a default: only files named by options are read.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    // Failures are ours to print. A command that is writing finishes what it has begun before Ctrl+C ends the process.
    private static readonly InvocationConfiguration Running = new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
    };

    public static async Task<int> RunAsync(RootCommand commands, string[] arguments)
    {
        try
        {
            var parsed = commands.Parse(arguments, Parsing);
            if (ArgumentErrors.Of(parsed) is { } error)
                throw error;
            return await parsed.InvokeAsync(Running);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception failure)
        {
            return Failure.Print(failure, Console.Error);
        }
    }
}
