using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Be.Cli.CommandLine;

/// <summary>Help that ends with examples: a command's own, or the first of each command in a group.</summary>
internal sealed class Help(HelpAction inner) : SynchronousCommandLineAction
{
    public static RootCommand WithExamples(RootCommand root)
    {
        var help = new Help(new HelpAction());
        root.Options.Remove(root.Options.OfType<HelpOption>().Single());
        root.Options.Add(new HelpOption("--help", "-h", "-?") { Description = "Show help and examples", Action = help });
        root.Options.OfType<VersionOption>().Single().Description = "Show the version";
        root.SetAction(help.Invoke);
        return root;
    }

    /// <summary>A call for help is answered even when the rest of the line is wrong.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        inner.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        var output = parseResult.InvocationConfiguration.Output;
        WriteExamples(command, output);
        if (command is RootCommand)
            WriteExitCodes(output);
        return ExitCode.Done;
    }

    private static void WriteExamples(Command command, TextWriter output)
    {
        output.WriteLine("Examples:");
        foreach (var example in ExamplesOf(command))
        {
            output.WriteLine($"  # {example.What}");
            output.WriteLine($"  {example.Line}");
        }
        output.WriteLine();
    }

    private static IEnumerable<Example> ExamplesOf(Command command) =>
        command is DocumentedCommand documented ? documented.Examples : command.Subcommands.SelectMany(c => ExamplesOf(c).Take(1));

    private static void WriteExitCodes(TextWriter output)
    {
        output.WriteLine("Exit codes:");
        foreach (var (code, meaning) in ExitCode.Meanings)
            output.WriteLine($"  {code, -3}  {meaning}");
        output.WriteLine();
    }
}
