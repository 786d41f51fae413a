namespace Be.Scaffolding.Writing;

/// <summary>What the system's refusal to write means to the user.</summary>
internal static class WriteFailure
{
    public static UserError Of(string path, Exception e) =>
        new($"{path} cannot be written, so nothing was changed: {e.Message}", Remedy(e));

    private static string Remedy(Exception e) =>
        e switch
        {
            UnauthorizedAccessException => "Change its permissions, or run be as a user who may write there.",
            IOException { HResult: 28 or unchecked((int)0x80070070) } => "Make room on the disk, then run the same command again.",
            _ => "See to it that be may write there, then run the same command again.",
        };
}
