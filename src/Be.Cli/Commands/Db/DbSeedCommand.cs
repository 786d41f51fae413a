using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Be.Cli.CommandLine;
using Be.Cli.Output;
using Be.Postgres;
using Be.Postgres.Seeding;
using Be.Scaffolding;
using Be.Scaffolding.Model;

namespace Be.Cli.Commands;

/// <summary><c>be db seed</c>: rows to develop with, the same ones for the same seed.</summary>
internal static class DbSeedCommand
{
    private const int MostRows = 10_000_000;

    private static readonly Option<int> Rows = new("--rows")
    {
        Description = "How many rows a table gets",
        HelpName = "n",
        DefaultValueFactory = _ => 1_000,
        CustomParser = argument => WholeNumber(argument, 1, MostRows),
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "The same number gives the same rows",
        HelpName = "n",
        DefaultValueFactory = _ => 1,
        CustomParser = argument => WholeNumber(argument, 0, int.MaxValue),
    };

    private static readonly Option<string[]> Entities = CreateEntities();

    private static readonly Option<bool> Replace = new("--replace")
    {
        Description = "Remove the rows that are there first, and those of tables that refer to them",
    };

    private static readonly Option<bool> Yes = new("--yes") { Description = "Even on a database that is not on this machine" };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Show what would be filled and write nothing" };

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "seed",
            "Fill empty tables with realistic rows, the same ones each time",
            new("be db seed", "1,000 rows a table; tables that have rows stay as they are"),
            new("be db seed --rows 100000 --replace", "others, and many more"),
            new("be db seed --entity Customer --entity Order", "these tables only")
        )
        {
            Rows,
            Seed,
            Entities,
            Replace,
            Yes,
            ConnectionOption.Instance,
            ServiceDatabase.Option,
            DryRun,
            OutputOption.Instance,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var solution = CurrentSolution.Find();
        var request = new SeedRequest(
            arguments.GetValue(Rows),
            arguments.GetValue(Seed),
            EntitiesIn(arguments, solution.Model),
            arguments.GetValue(Replace),
            arguments.GetValue(DryRun)
        );
        var isJson = OutputOption.IsJson(arguments);
        var all = new List<(Name? Service, SeededTable Table)>();
        foreach (var service in ServiceDatabase.Chosen(arguments, solution))
        {
            var modules = solution.Model.Modules.Where(module => service.Service is null || module.Name == service.Service).ToList();
            if (modules.TrueForAll(module => module.Entities.IsEmpty))
                continue;
            var database = service.Find(arguments, solution);
            if (!database.IsOnThisMachine && !request.DryRun && !arguments.GetValue(Yes))
                throw new UserError(
                    $"{database.Description} is not on this machine: made-up rows may stand among real ones.",
                    "be db seed --yes"
                );
            if (!isJson)
                service.PrintHeading();
            var tables = await database.SeedAsync(
                solution.Model,
                modules,
                request,
                isJson ? null : table => Print(table, request),
                cancellation
            );
            all.AddRange(tables.Select(table => (service.Service, table)));
        }
        if (isJson)
            PrintJson(all);
        else if (all.Count == 0)
            Console.WriteLine("nothing to fill: be.json has no entity");
        return ExitCode.Done;
    }

    private static void Print(SeededTable table, SeedRequest request)
    {
        var word = Word(table.Outcome);
        Console.WriteLine(
            table.Outcome == SeedOutcome.Kept
                ? $"{Ink.Out.Dim(word)}     {table.Table} {Ink.Out.Dim("has rows: --replace gives it others")}"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Ink.Out.Green(word.PadRight(8))} {table.Table} {table.Rows:N0} rows{(request.DryRun ? "" : " " + Ink.Out.Dim($"{table.Elapsed.TotalMilliseconds:F0} ms"))}"
                )
        );
    }

    private static void PrintJson(IEnumerable<(Name? Service, SeededTable Table)> tables) =>
        Json.Print(json =>
        {
            json.WriteStartArray();
            foreach (var (service, table) in tables)
            {
                json.WriteStartObject();
                if (service is not null)
                    json.WriteString("service", service.Pascal);
                json.WriteString("table", table.Table);
                json.WriteString("outcome", Word(table.Outcome));
                json.WriteNumber("rows", table.Rows);
                json.WriteNumber("milliseconds", Math.Round(table.Elapsed.TotalMilliseconds));
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });

    private static string Word(SeedOutcome outcome) =>
        outcome switch
        {
            SeedOutcome.Filled => "filled",
            SeedOutcome.Replaced => "replaced",
            _ => "kept",
        };

    private static List<string> EntitiesIn(ParseResult arguments, Solution solution)
    {
        var known = solution.Modules.SelectMany(module => module.Entities).Select(entity => entity.Name.Pascal).ToHashSet();
        var place = Place.InArguments("--entity");
        var named = (arguments.GetValue(Entities) ?? []).Select(text => place.Name(text).Pascal).ToList();
        return named.Find(name => !known.Contains(name)) is { } missing
            ? throw UserError.InArguments(
                $"There is no entity {missing}.",
                known.Count == 0
                    ? $"be scaffold api --entity {missing}"
                    : $"Name one of: {string.Join(", ", known.Order(StringComparer.Ordinal))}"
            )
            : named;
    }

    private static int WholeNumber(ArgumentResult argument, int least, int most)
    {
        var text = argument.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        argument.AddError(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{argument.Argument.Name} takes a whole number from {least} to {most:N0}, not '{text}'."
            )
        );
        return least;
    }

    private static Option<string[]> CreateEntities()
    {
        var option = new Option<string[]>("--entity")
        {
            Description = "Only the table of that entity; may be given several times",
            HelpName = "Name",
        };
        option.CompletionSources.Add(_ => SolutionNames.Entities());
        return option;
    }
}
