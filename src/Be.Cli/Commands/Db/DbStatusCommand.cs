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
            ServiceDatabase.Option,
            OutputOption.Instance,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var solution = CurrentSolution.Find();
        var databases = new List<(ServiceDatabase Database, IReadOnlyList<MigrationState> States)>();
        foreach (var database in ServiceDatabase.Chosen(arguments, solution))
        {
            databases.Add((database, await database.Find(arguments, solution).StatusAsync(database.Folder(solution), cancellation)));
        }
        if (OutputOption.IsJson(arguments))
            PrintJson(databases);
        else
            databases.ForEach(Print);
        return ExitCode.Done;
    }

    private static void Print((ServiceDatabase Database, IReadOnlyList<MigrationState> States) one)
    {
        one.Database.PrintHeading();
        Print(one.States);
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

    private static void PrintJson(IEnumerable<(ServiceDatabase Database, IReadOnlyList<MigrationState> States)> databases) =>
        Json.Print(json =>
        {
            json.WriteStartArray();
            foreach (
                var (service, (version, file, applied)) in databases.SelectMany(
                    one => one.States,
                    (one, state) => (one.Database.Service, state)
                )
            )
            {
                json.WriteStartObject();
                if (service is not null)
                    json.WriteString("service", service.Pascal);
                json.WriteString("version", version);
                json.WriteString("file", file);
                json.WriteBoolean("applied", applied);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
}
