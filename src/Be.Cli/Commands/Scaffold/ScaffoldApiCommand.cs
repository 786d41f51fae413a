using System.Collections.Immutable;
using System.CommandLine;
using Be.Cli.CommandLine;
using Be.Cli.Prompts;
using Be.Scaffolding;
using Be.Scaffolding.Edits;
using Be.Scaffolding.Fields;
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

    private static readonly Option<string[]> Fields = new("--fields", "-f")
    {
        Description =
            "Its fields: name:type, then ? (may be null), :unique, :index, =default, in this order and each optional. Types: "
            + "string(n) text email url int long decimal(p,s) bool date time timestamp uuid bytes json enum(a,b) ref(Entity), and [] after a "
            + "scalar. For an entity that exists they are added",
        HelpName = "\"name:type …\"",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> Module = new("--module", "-m")
    {
        Description = "The module; the only one unless given, or one named after the solution",
        HelpName = "Name",
    };

    private static readonly Option<string?> PluralName = new("--plural")
    {
        Description = "The plural, where English has another one than be thinks",
        HelpName = "Names",
    };

    public static Command Create()
    {
        Module.CompletionSources.Add(_ => SolutionNames.Modules());
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
            new("be scaffold api --entity Order", "asks for the fields on a terminal; id, createdAt and updatedAt only, elsewhere"),
            new("be scaffold api --entity Order --fields \"notes:text?\" --dry-run --diff", "shows what would change")
        )
        {
            Entity,
            Fields,
            Module,
            PluralName,
        };
        WriteOptions.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var solution = CurrentSolution.FindForWriting();
        var entity = Place.InArguments("--entity").Name(arguments.GetRequiredValue(Entity));
        var fields = await FieldsAsync(arguments, solution.Model, cancellation);
        var after = ModelEdit.AddEntity(solution.Model, NameOf(Module, arguments), entity, NameOf(PluralName, arguments), [], fields);
        var changes = new Scaffolder().Plan(solution.Root, after, DateTimeOffset.UtcNow);
        return new Writing(solution.Root, WriteOptions.Of(arguments)).Finish(changes, cancellation, NextSteps(entity, fields));
    }

    private static async Task<ImmutableArray<Field>> FieldsAsync(ParseResult arguments, Solution model, CancellationToken cancellation)
    {
        if (arguments.GetValue(Fields) is { Length: > 0 } given)
            return FieldParser.ParseAll(string.Join(' ', given));
        if (!Terminal.CanAsk)
            return [];
        var entities = model.Modules.SelectMany(module => module.Entities, (module, entity) => $"{module.Name}.{entity.Name}");
        return FieldParser.ParseAll(await new FieldQuestions([.. entities]).AskAllAsync(cancellation));
    }

    private static Name? NameOf(Option<string?> option, ParseResult arguments) =>
        arguments.GetValue(option) is { } name ? Place.InArguments(option.Name).Name(name) : null;

    private static string[] NextSteps(Name entity, ImmutableArray<Field> fields) =>
        fields.IsEmpty
            ? ["be db migrate", $"be scaffold api --entity {entity} --fields \"name:string(100)? total:decimal(18,2)=0\"   (adds fields)"]
            : ["be db migrate", "dotnet test"];
}
