using Be.Cli.Output;
using Be.Scaffolding;

namespace Be.Cli.CommandLine;

/// <summary>Prints what went wrong: two lines for what the user can mend, a report to pass on for a bug.</summary>
internal static class Failure
{
    public static int Print(Exception failure, TextWriter error)
    {
        if (AsUserError(failure) is { } mendable)
        {
            error.WriteLine($"{Ink.Error.Red("error:")} {mendable.Problem}");
            error.WriteLine($"       {mendable.Remedy}");
            return mendable.ExitCode;
        }
        error.WriteLine($"{Ink.Error.Red("bug:")} {failure.GetType().Name}: {failure.Message}");
        error.WriteLine("This is a mistake in be, not in what you typed. Please report it with the command line and the lines below");
        error.WriteLine($"(README, \"Reporting a bug\"). be {Tool.Version}, {Environment.OSVersion}, .NET {Environment.Version}");
        error.WriteLine(failure.StackTrace);
        return ExitCode.Bug;
    }

    private static UserError? AsUserError(Exception failure) =>
        failure switch
        {
            UserError mendable => mendable,
            UnauthorizedAccessException denied => new UserError(
                denied.Message,
                "Change its permissions, or run be as a user who may write there."
            ),
            IOException io => new UserError(io.Message, "Check the path and the free space, then run the same command again."),
            _ => null,
        };
}
