using System.CommandLine;
using Acme.Platform.Migrations;
using Be.Cli.CommandLine;
using Be.Cli.Output;
using Be.Postgres;

namespace Be.Cli.Commands;

/// <summary><c>be db status</c>: which migrations the database has, as dbmate shows it.</summary>
internal static class DbStatusCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "status",
            "Show which migrations the database has",
            new("be db status", "[X] applied, [ ] pending"),
            new("be db status --output json", "for a script")
        )
        {
            ConnectionOption.Instance,
            OutputOption.Instance,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var solution = CurrentSolution.Find();
        var states = await ConnectionOption
            .Find(arguments, solution)
            .StatusAsync(Path.Combine(solution.Root, MigrationFolder.Name), cancellation);
        if (OutputOption.IsJson(arguments))
            PrintJson(states);
        else
            Print(states);
        return ExitCode.Done;
    }

    private static void Print(IReadOnlyList<MigrationState> states)
    {
        foreach (var state in states)
        {
            var mark = state.Applied ? Ink.Out.Green("[X]") : Ink.Out.Yellow("[ ]");
            Console.WriteLine($"{mark} {state.File ?? $"{state.Version} (its file is missing)"}");
        }
        Console.WriteLine();
        Console.WriteLine($"Applied: {states.Count(s => s.Applied)}");
        Console.WriteLine($"Pending: {states.Count(s => !s.Applied)}");
    }

    private static void PrintJson(IReadOnlyList<MigrationState> states) =>
        Json.Print(json =>
        {
            json.WriteStartArray();
            foreach (var (version, file, applied) in states)
            {
                json.WriteStartObject();
                json.WriteString("version", version);
                json.WriteString("file", file);
                json.WriteBoolean("applied", applied);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
}
