using System.CommandLine;

namespace Be.Cli.CommandLine;

/// <summary>What every command that writes files takes.</summary>
internal sealed record WriteOptions(bool DryRun, bool Diff, bool Merge, bool Force, bool Json)
{
    private static readonly Option<bool> DryRunOption = new("--dry-run") { Description = "Show what would change and write nothing" };
    private static readonly Option<bool> DiffOption = new("--diff") { Description = "Show the changes as a unified diff" };
    private static readonly Option<bool> MergeOption = new("--merge")
    {
        Description = "On a conflict write both sides between markers (exit code 1)",
    };
    private static readonly Option<bool> ForceOption = new("--force") { Description = "On a conflict take be's side" };

    public static void AddTo(Command command)
    {
        AddAllButOutputTo(command);
        command.Options.Add(OutputOption.Instance);
    }

    /// <summary>For a command with outputs of its own.</summary>
    public static void AddAllButOutputTo(Command command)
    {
        command.Options.Add(DryRunOption);
        command.Options.Add(DiffOption);
        command.Options.Add(MergeOption);
        command.Options.Add(ForceOption);
        command.Validators.Add(result =>
        {
            if (result.GetValue(MergeOption) && result.GetValue(ForceOption))
                result.AddError("--merge and --force answer the same question: give one of them");
        });
    }

    public static WriteOptions Of(ParseResult arguments) =>
        new(
            arguments.GetValue(DryRunOption),
            arguments.GetValue(DiffOption),
            arguments.GetValue(MergeOption),
            arguments.GetValue(ForceOption),
            OutputOption.IsJson(arguments)
        );
}
