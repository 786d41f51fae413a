using System.CommandLine;
using Be.Cli.CommandLine;
using Be.Cli.Output;
using Be.Scaffolding;
using Be.Scaffolding.Changes;
using Be.Scaffolding.Model;
using Be.Scaffolding.Planning;
using Be.Scaffolding.Writing;

namespace Be.Cli.Commands;

/// <summary>The end of every command that writes: the change set is shown and written as the options say.</summary>
/// <param name="root">The solution's root.</param>
/// <param name="options">What the user asked for.</param>
internal sealed class Writing(string root, WriteOptions options)
{
    private static readonly string[] Contract = ["be migration contract   (once no program from before this change runs)"];

    /// <summary>What to print before each path; empty when the user stands in the solution's root.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Makes a solution follow a model.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="UserError">The change cannot be made, there are conflicts and no decision, or the files cannot be written.</exception>
    public static int Follow(
        CurrentSolution solution,
        Solution model,
        ParseResult arguments,
        CancellationToken cancellation,
        params ReadOnlySpan<string> next
    ) => Follow(solution, model, Intent.None, arguments, cancellation, next);

    /// <summary>The same with what the model does not tell.</summary>
    public static int Follow(
        CurrentSolution solution,
        Solution model,
        Intent intent,
        ParseResult arguments,
        CancellationToken cancellation,
        params ReadOnlySpan<string> next
    )
    {
        var changes = new Scaffolder().Plan(solution.Root, model, DateTimeOffset.UtcNow, intent);
        return new Writing(solution.Root, WriteOptions.Of(arguments)).Finish(model, changes, cancellation, next);
    }

    /// <summary>Writes the change set of a solution that exists, and what no plan holds because it is random.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="UserError">There are conflicts and no decision, or the files cannot be written. Nothing was changed.</exception>
    public int Finish(Solution model, ChangeSet changes, CancellationToken cancellation, params ReadOnlySpan<string> next)
    {
        var exitCode = Finish(changes, cancellation, next);
        if (!options.DryRun)
            KeyRingCertificate.EnsureIn(root, model);
        return exitCode;
    }

    /// <returns>The exit code.</returns>
    /// <exception cref="UserError">There are conflicts and no decision, or the files cannot be written. Nothing was changed.</exception>
    public int Finish(ChangeSet changes, CancellationToken cancellation, params ReadOnlySpan<string> next)
    {
        var undecided = changes.Conflicts.Any() && !options.Force;
        if (options.DryRun || (undecided && !options.Merge))
            ChangeReport.Print(changes, Folder, options);
        if (options.DryRun)
            return undecided ? ExitCode.Refused : ExitCode.Done;

        cancellation.ThrowIfCancellationRequested();
        ChangeWriter.Write(
            root,
            changes,
            options.Force ? OnConflict.Force
                : options.Merge ? OnConflict.Merge
                : OnConflict.Refuse
        );
        ChangeReport.Print(changes, Folder, options);
        if (!options.Json)
            PrintEnd(changes, undecided, next);
        return undecided ? ExitCode.Refused : ExitCode.Done;
    }

    private static void PrintEnd(ChangeSet changes, bool undecided, ReadOnlySpan<string> next)
    {
        if (undecided)
            NextSteps.Print("look for <<<<<<< in the files with a conflict, and keep what is right");
        else if (changes.Visible.All(change => change.Kind == ChangeKind.Unchanged))
            Console.WriteLine("nothing to do: every file is as it should be");
        else
            NextSteps.Print([.. next, .. changes.HasWaiting ? Contract : []]);
    }
}
