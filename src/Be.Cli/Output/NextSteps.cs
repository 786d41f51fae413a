namespace Be.Cli.Output;

/// <summary>What to do after a command has done its work.</summary>
internal static class NextSteps
{
    public static void Print(params ReadOnlySpan<string> lines)
    {
        Console.WriteLine();
        foreach (var line in lines)
            Console.WriteLine($"{Ink.Out.Dim("next:")} {line}");
    }
}
