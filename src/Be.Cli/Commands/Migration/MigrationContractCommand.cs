using System.CommandLine;
using Be.Cli.CommandLine;
using Be.Cli.Prompts;
using Be.Scaffolding;
using Be.Scaffolding.Planning;

namespace Be.Cli.Commands;

/// <summary><c>be migration contract</c>: the second half of changes, which programs from before them would not survive.</summary>
internal static class MigrationContractCommand
{
    private static readonly Option<bool> Yes = new("--yes", "-y") { Description = "No program from before those changes runs any more" };

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "contract",
            "Give the migrations that wait in migrations/later their turn, once no program from before the change runs",
            new("be migration contract", "asks whether that is so"),
            new("be migration contract --yes", "it is"),
            new("be migration contract --dry-run --diff", "shows what waits")
        )
        {
            Yes,
            ServiceDatabase.Option,
        };
        WriteOptions.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var solution = CurrentSolution.FindForWriting();
        var write = WriteOptions.Of(arguments);
        var now = DateTimeOffset.UtcNow;
        var databases = arguments.GetValue(ServiceDatabase.Option) is null
            ? ServiceDatabase.Of(solution.Model)
            : [ServiceDatabase.One(arguments, solution)];
        var changes = new ChangeSet([
            .. databases.SelectMany(database => new MigrationPlan(solution.Root, database.Migrations, now).Release()),
        ]);
        if (changes.IsEmpty && !write.Json)
        {
            Console.WriteLine("nothing to do: no migration waits");
            return ExitCode.Done;
        }
        if (!changes.IsEmpty && !write.DryRun && !arguments.GetValue(Yes) && !await ConfirmAsync(changes, cancellation))
            return ExitCode.Refused;
        return new Writing(solution.Root, write).Finish(changes, cancellation, "be db migrate");
    }

    private static async Task<bool> ConfirmAsync(ChangeSet changes, CancellationToken cancellation)
    {
        if (!Terminal.CanAsk)
            throw UserError.InArguments(
                "What waits takes away what programs from before those changes need.",
                "When none of them runs any more, write: be migration contract --yes"
            );
        foreach (var change in changes.Changes.Where(change => change.Kind == ChangeKind.Delete))
            Console.WriteLine(change.Path);
        return await Questions.ConfirmAsync("Has every program from before these changes ended", byDefault: false, cancellation);
    }
}
