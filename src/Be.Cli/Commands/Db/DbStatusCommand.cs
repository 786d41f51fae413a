using System.CommandLine;
using System.Text.Json;
using Acme.Platform.Migrations;
using Be.Cli.CommandLine;
using Be.Cli.Output;
using Be.Postgres;
using Be.Scaffolding.Planning;

namespace Be.Cli.Commands;

/// <summary><c>be db status</c>: which migrations the database has, as dbmate shows it, and what branches and edits did to them.</summary>
internal static class DbStatusCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "status",
            "Show which migrations the database has, and explain what edits and branches did to them",
            new("be db status", "[X] applied, [ ] pending; exit code 1 when be db migrate would refuse"),
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
        var statuses = new List<Status>();
        foreach (var database in ServiceDatabase.Chosen(arguments, solution))
        {
            var folder = database.Folder(solution);
            var states = await database.Find(arguments, solution).StatusAsync(folder, cancellation);
            statuses.Add(new Status(database, states, MigrationNotes.Of(folder, states)));
        }
        if (OutputOption.IsJson(arguments))
            PrintJson(statuses);
        else
            statuses.ForEach(status => Print(solution, status));
        return statuses.Exists(status => status.IsRefused) ? ExitCode.Refused : ExitCode.Done;
    }

    private static void Print(CurrentSolution solution, Status status)
    {
        status.Database.PrintHeading();
        foreach (var state in status.States)
        {
            var mark = state.Applied ? Ink.Out.Green("[X]") : Ink.Out.Yellow("[ ]");
            var edited = state.IsEdited ? $" {Ink.Out.Red("(edited)")}" : "";
            Console.WriteLine($"{mark} {state.File ?? $"{state.Record?.File ?? state.Version} (its file is missing)"}{edited}");
        }
        Console.WriteLine();
        Console.WriteLine($"Applied: {status.States.Count(s => s.Applied)}");
        Console.WriteLine($"Pending: {status.States.Count(s => !s.Applied)}");
        if (status.Unrecorded is var unrecorded and > 0)
            Console.WriteLine($"Not recorded: {unrecorded} (be db migrate records their text, so that edits show from then on)");
        if (new WaitingMigrations(solution.Root, status.Database.Migrations).Files is { Count: > 0 } waiting)
            Console.WriteLine($"Later:   {waiting.Count} (be migration contract, once no program from before them runs)");
        foreach (var note in status.Notes)
        {
            Console.WriteLine();
            Console.WriteLine($"{Ink.Out.Yellow("note:")} {note.Problem}");
            Console.WriteLine($"      {note.Remedy}");
        }
    }

    private static void PrintJson(List<Status> statuses) =>
        Json.Print(json =>
        {
            json.WriteStartArray();
            foreach (var status in statuses)
            {
                foreach (var state in status.States)
                    Write(json, status, state);
            }
            json.WriteEndArray();
        });

    private static void Write(Utf8JsonWriter json, Status status, MigrationState state)
    {
        json.WriteStartObject();
        if (status.Database.Service is { } service)
            json.WriteString("service", service.Pascal);
        json.WriteString("version", state.Version);
        json.WriteString("file", state.File);
        json.WriteBoolean("applied", state.Applied);
        if (state.Record is { } record)
            json.WriteString("recordedAt", record.At.UtcDateTime);
        else
            json.WriteNull("recordedAt");
        json.WriteStartArray("notes");
        foreach (var note in status.Notes.Where(note => note.Version == state.Version))
        {
            json.WriteStartObject();
            json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(note.Kind.ToString()));
            json.WriteString("problem", note.Problem);
            json.WriteString("remedy", note.Remedy);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private sealed record Status(ServiceDatabase Database, IReadOnlyList<MigrationState> States, IReadOnlyList<MigrationNote> Notes)
    {
        public bool IsRefused => States.Any(state => state.IsEdited);

        /// <summary>How many ran before texts were recorded, or by dbmate.</summary>
        public int Unrecorded => States.Count(state => state is { Applied: true, FileIsMissing: false, Record: null });
    }
}
