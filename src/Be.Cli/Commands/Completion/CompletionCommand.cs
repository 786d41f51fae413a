using System.CommandLine;
using Be.Cli.CommandLine;

namespace Be.Cli.Commands;

/// <summary><c>be completion</c>: prints a small script over the <c>[suggest]</c> directive.</summary>
internal static class CompletionCommand
{
    private static readonly Argument<string> Shell = new("shell") { Description = "The shell that shall complete be" };

    public static Command Create()
    {
        Shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var command = new DocumentedCommand(
            "completion",
            "Print a script that lets a shell complete be",
            new("source <(be completion bash)", "in ~/.bashrc"),
            new("source <(be completion zsh)", "in ~/.zshrc, after compinit"),
            new("be completion fish > ~/.config/fish/completions/be.fish", "once"),
            new("be completion pwsh | Out-String | Invoke-Expression", "in $PROFILE")
        )
        {
            Shell,
        };
        command.SetAction(Run);
        return command;
    }

    private static void Run(ParseResult arguments)
    {
        using var script = typeof(CompletionCommand).Assembly.GetManifestResourceStream(
            $"completion/be.{arguments.GetRequiredValue(Shell)}"
        )!;
        using var output = Console.OpenStandardOutput();
        script.CopyTo(output);
    }
}
