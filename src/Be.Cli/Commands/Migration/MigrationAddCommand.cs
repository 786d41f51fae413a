using System.CommandLine;
using Be.Cli.CommandLine;
using Be.Postgres;
using Be.Scaffolding.Planning;

namespace Be.Cli.Commands;

/// <summary><c>be migration add</c>: an empty migration, up and down.</summary>
internal static class MigrationAddCommand
{
    private static readonly Argument<string> MigrationName = new("name") { Description = "What it does: add_order_notes" };

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "add",
            "Write an empty migration, up and down, as the newest in migrations/",
            new Example("be migration add backfill_order_totals", "then fill in both parts")
        )
        {
            MigrationName,
            ServiceDatabase.Option,
        };
        WriteOptions.AddTo(command);
        command.SetAction((arguments, cancellation) => Task.FromResult(Run(arguments, cancellation)));
        return command;
    }

    private static int Run(ParseResult arguments, CancellationToken cancellation)
    {
        var solution = CurrentSolution.FindForWriting();
        var folder = ServiceDatabase.One(arguments, solution).Migrations;
        var (path, text) = MigrationFolder.Plan(solution.Root, folder, arguments.GetRequiredValue(MigrationName), DateTimeOffset.UtcNow);
        var changes = new ChangeSet([new Change(path, ChangeKind.Create, null, text)]);
        return new Writing(solution.Root, WriteOptions.Of(arguments)).Finish(changes, cancellation, $"edit {path}", "be db migrate");
    }
}
