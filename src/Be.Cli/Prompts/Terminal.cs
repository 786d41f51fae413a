namespace Be.Cli.Prompts;

/// <summary>The terminal, if there is one.</summary>
internal static class Terminal
{
    /// <summary>Whether somebody is there to answer: no question is asked otherwise.</summary>
    public static bool CanAsk { get; } = !Console.IsInputRedirected && !Console.IsOutputRedirected;
}
