using System.Collections.Immutable;
using System.CommandLine;
using Be.Cli.CommandLine;
using Be.Cli.Prompts;
using Be.Scaffolding;
using Be.Scaffolding.Changes;
using Be.Scaffolding.Edits;
using Be.Scaffolding.Model;
using Be.Scaffolding.Planning;

namespace Be.Cli.Commands;

/// <summary><c>be scaffold api</c>: the whole slice of an entity, or what more fields change in it.</summary>
internal static class ScaffoldApiCommand
{
    private static readonly Option<string> Entity = new("--entity", "-e")
    {
        Description = "The entity, in the singular: Order, OrderLine",
        HelpName = "Name",
        Required = true,
    };

    private static readonly Option<string[]> Fields = FieldsOption.Create(
        "Its fields: name:type, then ? (may be null), :unique, :index, =default, in this order and each optional. Types: "
            + "string(n) text email url int long decimal(p,s) bool date time timestamp uuid bytes json enum(a,b) ref(Entity), and [] after a "
            + "scalar. For an entity that exists they are added; one that is there is defined so from now on"
    );

    private static readonly Option<string?> Module = NameOption.Module(
        "The module; the only one unless given, or one named after the solution"
    );

    private static readonly Option<string?> PluralName = new("--plural")
    {
        Description = "The plural, where English has another one than be thinks",
        HelpName = "Names",
    };

    private static readonly Option<string[]> Sorts = new("--sort")
    {
        Description =
            "An order of its lists by several fields, which gets an index: -placedAt,number. Repeatable. By id, createdAt and each "
            + "field that is indexed, unique or a reference they are sorted anyway",
        HelpName = "fields",
    };

    private static readonly Option<string[]> Traits = new("--trait")
    {
        Description =
            "What more it does: owned (rows are their creator's, and nobody else sees them), audited (each write leaves a record of who wrote what), softDelete (deleting hides a row, which can be "
            + "restored). Repeatable",
        HelpName = "trait",
    };

    private static readonly Option<string[]> Removed = new("--remove")
    {
        Description = "A field that goes: from the code now, from the table once 'be migration contract' says so. Repeatable",
        HelpName = "field",
    };

    public static Command Create()
    {
        Entity.CompletionSources.Add(_ => SolutionNames.Entities());
        var command = new DocumentedCommand(
            "api",
            "Add an entity with its endpoints, data access, validation, migration and tests; or add fields to one",
            new("be scaffold api --entity Customer --fields \"name:string(100) email:email:unique\"", "a customer"),
            new(
                "be scaffold api --entity Order --fields \"number:string(32):unique total:decimal(18,2) customer:ref(Customer)\"",
                "that refers to one"
            ),
            new("be scaffold api --entity Order --fields \"placedAt:timestamp?:index\"", "one more field for an entity that exists"),
            new(
                "be scaffold api --entity Order --fields \"notes:string(200)\" --remove placedAt",
                "a field defined otherwise, and one less"
            ),
            new("be scaffold api --entity Order --sort=-placedAt,number", "a sort of its lists by two fields, and the index for it"),
            new("be scaffold api --entity Order --trait audited", "records who writes what to its table, from now on"),
            new("be scaffold api --entity Order", "asks for the fields on a terminal; id, createdAt and updatedAt only, elsewhere"),
            new("be scaffold api --entity Order --fields \"notes:text?\" --dry-run --diff", "shows what would change")
        )
        {
            Entity,
            Fields,
            Module,
            PluralName,
            Sorts,
            Traits,
            Removed,
        };
        WriteOptions.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        Scaffolder.WarmUp();
        var solution = CurrentSolution.FindForWriting();
        var entity = Place.InArguments("--entity").Name(arguments.GetRequiredValue(Entity));
        var removed = (arguments.GetValue(Removed) ?? []).Select(name => Place.InArguments("--remove").Name(name)).Distinct();
        var (before, intent) = FieldEdit.Remove(solution.Model, arguments.GetName(Module), entity, [.. removed]);
        var changesNothingElse = intent != Intent.None && arguments.GetResult(Fields) is null;
        var fields = changesNothingElse
            ? []
            : await FieldsOption.ReadAsync(arguments, Fields, () => new FieldQuestions(EntitiesOf(solution.Model)), cancellation);
        var after = ModelEdit.AddEntity(
            before,
            arguments.GetName(Module),
            entity,
            arguments.GetName(PluralName),
            [.. (arguments.GetValue(Traits) ?? []).Distinct()],
            [.. arguments.GetValue(Sorts) ?? []],
            fields
        );
        var isBare =
            !changesNothingElse && fields.IsEmpty && arguments.GetValue(Sorts) is not [_, ..] && arguments.GetValue(Traits) is not [_, ..];
        return Writing.Follow(solution, after, intent, arguments, cancellation, NextSteps(entity, isBare));
    }

    private static string[] EntitiesOf(Solution model) =>
        [.. model.Modules.SelectMany(module => module.Entities, (module, entity) => $"{module.Name}.{entity.Name}")];

    private static string[] NextSteps(Name entity, bool isBare) =>
        isBare
            ? ["be db migrate", $"be scaffold api --entity {entity} --fields \"name:string(100)? total:decimal(18,2)=0\"   (adds fields)"]
            : ["be db migrate", "dotnet test"];
}
