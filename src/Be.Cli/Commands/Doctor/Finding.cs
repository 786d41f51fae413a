namespace Be.Cli.Commands;

/// <summary>What one check of <c>be doctor</c> found.</summary>
/// <param name="Check">What was looked at.</param>
/// <param name="State">Whether it is well.</param>
/// <param name="Says">What was found, in a line.</param>
/// <param name="Mend">The command or step that mends it; null when it is well.</param>
internal sealed record Finding(string Check, State State, string Says, string? Mend = null)
{
    public static Finding Ok(string check, string says) => new(check, State.Ok, says);

    public static Finding Warn(string check, string says, string mend) => new(check, State.Warn, says, mend);

    public static Finding Fail(string check, string says, string mend) => new(check, State.Fail, says, mend);
}

/// <summary>How a check ends: only a failure makes <c>be doctor</c> fail.</summary>
internal enum State
{
    Ok,
    Warn,
    Fail,
}
