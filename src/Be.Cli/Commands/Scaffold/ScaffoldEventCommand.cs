using System.CommandLine;
using Be.Cli.CommandLine;
using Be.Cli.Prompts;
using Be.Scaffolding;
using Be.Scaffolding.Edits;
using Be.Scaffolding.Planning;

namespace Be.Cli.Commands;

/// <summary><c>be scaffold event</c>: an event that a module publishes, or more fields for one.</summary>
internal static class ScaffoldEventCommand
{
    private static readonly Argument<string> EventName = new("name")
    {
        Description = "What has happened, in the past tense: OrderPlaced; OrderPlacedV2 is its next version",
    };

    private static readonly Option<string[]> Fields = FieldsOption.Create(
        "What it says: name:type, then ? (may be null), =default. Types as for be scaffold api, without ref. "
            + "For an event that exists they are added, and have to be optional or have a default"
    );

    private static readonly Option<string?> Module = NameOption.Module("The module that publishes it; the only one unless given");

    public static Command Create()
    {
        EventName.CompletionSources.Add(_ => SolutionNames.Events());
        var command = new DocumentedCommand(
            "event",
            "Add an event that a module publishes through its outbox; or add fields to one",
            new("be scaffold event OrderPlaced --fields \"orderId:uuid total:decimal(18,2)\" --module Sales", "sales.order-placed.v1"),
            new("be scaffold event OrderPlaced --fields \"note:text?\"", "one more field, optional: what was published stays readable"),
            new(
                "be scaffold event OrderPlacedV2 --fields \"orderId:uuid total:decimal(18,2) currency:string(3)\"",
                "beside the first version"
            )
        )
        {
            EventName,
            Fields,
            Module,
        };
        WriteOptions.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        Scaffolder.WarmUp();
        var solution = CurrentSolution.FindForWriting();
        var name = Place.InArguments("The event").Name(arguments.GetRequiredValue(EventName));
        var fields = await FieldsOption.ReadAsync(arguments, Fields, () => new FieldQuestions([], isEvent: true), cancellation);
        var after = EventEdit.AddEvent(solution.Model, arguments.GetName(Module), name, fields);
        return Writing.Follow(solution, after, arguments, cancellation, "be db migrate", $"be scaffold consumer --of {name}");
    }
}
