namespace Be.Cli.CommandLine;

/// <summary>What the process tells the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int WrongArguments = 2;

    /// <summary>EX_SOFTWARE of BSD's sysexits.h: an internal error.</summary>
    public const int Bug = 70;

    /// <summary>128 + SIGINT, as shells report it.</summary>
    public const int Interrupted = 130;

    /// <summary>128 + SIGTERM.</summary>
    public const int Terminated = 143;

    public static IEnumerable<(int Code, string Meaning)> Meanings =>
        [
            (Done, "done"),
            (Refused, "refused, or findings: nothing was changed unless the output says so"),
            (WrongArguments, "the arguments are wrong"),
            (Bug, "a bug in be; the message says what to report"),
            (Interrupted, "interrupted with Ctrl+C"),
            (Terminated, "ended by another program (SIGTERM)"),
        ];
}
