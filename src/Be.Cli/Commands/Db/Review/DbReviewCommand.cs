using System.CommandLine;
using Be.Cli.CommandLine;
using Be.Postgres;
using Be.Postgres.Review;
using Be.Scaffolding;

namespace Be.Cli.Commands;

/// <summary><c>be db review</c>: what is wrong with a database, from its catalogue and statistics, and how to mend it.</summary>
internal static class DbReviewCommand
{
    private static readonly Argument<string?> Connection = new("connection")
    {
        Description = "The same as --connection, in a solution or not: uri or key=value",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string[]> Only = CreateOnly();

    private static readonly Option<bool> WriteFixes = new("--write-fixes")
    {
        Description = "Write what mends the findings as migrations, where that takes no decision",
    };

    private static readonly Option<bool> Rules = new("--rules") { Description = "List the rules" };

    private static readonly Option<string?> Explain = CreateExplain();

    private static readonly Option<string> Output = new Option<string>("--output")
    {
        Description = "What to print; json with --write-fixes: the migrations",
        DefaultValueFactory = _ => "text",
    }.AcceptOnlyFromAmong("text", "json", "markdown", "sarif");

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "review",
            "Review a database: indexes, integrity, schema, security, maintenance, settings, activity; it is only read",
            new("be db review", "the solution's; exit code 1 when something should be done soon"),
            new("be db review postgres://app:secret@db.example.com/shop --output markdown", "any other, also outside of a solution"),
            new("be db review --only indexes --write-fixes", "the missing indexes as migrations"),
            new("be db review --explain foreign-key-without-index", "why, what to do, and the query")
        )
        {
            Connection,
            ConnectionOption.Instance,
            ServiceDatabase.Option,
            Only,
            WriteFixes,
            Rules,
            Explain,
            Output,
        };
        WriteOptions.AddAllButOutputTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(Connection) is not null && result.GetValue(ConnectionOption.Instance) is not null)
                result.AddError("The database is named twice: leave out --connection, or the word without an option");
            if (result.GetValue(WriteFixes) && result.GetValue(Output) is "markdown" or "sarif")
                result.AddError("--write-fixes goes with --output text or json");
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        if (arguments.GetValue(Rules))
            return ReviewRulePages.List();
        if (arguments.GetValue(Explain) is { } id)
            return ReviewRulePages.Explain(id);

        var writes = arguments.GetValue(WriteFixes);
        var rules = ReviewSelection.Of(arguments.GetValue(Only) ?? []);
        var solution = writes ? CurrentSolution.FindForWriting() : CurrentSolution.FindOrNull();
        var reviewed = new List<ReviewedDatabase>();
        foreach (var (service, database) in Databases(arguments, solution))
        {
            var report = await database.ReviewAsync(rules, cancellation);
            reviewed.Add(new(service, database.Description, report, IsWhole: rules.Count == AllReviewRules.List.Count));
        }

        var output = arguments.GetRequiredValue(Output);
        if (!writes || output == "text")
            Print(reviewed, output);
        if (writes)
            Write(reviewed, arguments, solution!, cancellation);
        return reviewed.Exists(one => one.Report.Findings.Any(finding => finding.Urgency != Urgency.Advice))
            ? ExitCode.Refused
            : ExitCode.Done;
    }

    /// <summary>A database that is named stands for itself, whatever solution this is.</summary>
    private static IEnumerable<(ServiceDatabase? Service, Database Database)> Databases(ParseResult arguments, CurrentSolution? solution)
    {
        var connection = arguments.GetValue(Connection) ?? arguments.GetValue(ConnectionOption.Instance);
        if (connection is not null || DatabaseEnvironment.NamesOne)
            return [(null, DatabaseLocator.Find(Environment.CurrentDirectory, connection))];
        return solution is null
            ? throw new UserError(
                "No database is named, and there is no be.json here or above.",
                "be db review postgres://user:password@host/database"
            )
            : ServiceDatabase.Chosen(arguments, solution).Select(service => ((ServiceDatabase?)service, service.Find(arguments, solution)));
    }

    private static void Print(List<ReviewedDatabase> reviewed, string output)
    {
        switch (output)
        {
            case "json":
                ReviewJson.Print(reviewed);
                break;
            case "markdown":
                ReviewMarkdown.Print(reviewed);
                break;
            case "sarif":
                ReviewSarif.Print(reviewed);
                break;
            default:
                ReviewText.Print(reviewed);
                break;
        }
    }

    private static void Write(
        List<ReviewedDatabase> reviewed,
        ParseResult arguments,
        CurrentSolution solution,
        CancellationToken cancellation
    )
    {
        var options = WriteOptions.Of(arguments) with { Json = arguments.GetValue(Output) == "json" };
        var folders = reviewed.Select(one => ((one.Service ?? ServiceDatabase.One(arguments, solution)).Migrations, one.Report));
        var changes = ReviewFixes.Plan(solution.Root, folders, DateTimeOffset.UtcNow);
        if (!options.Json)
            Console.WriteLine();
        if (changes.IsEmpty && !options.Json)
            Console.WriteLine("nothing to write: no finding has a migration that is not there yet");
        else
            new Writing(solution.Root, options).Finish(changes, cancellation, "read what was written, then be db migrate");
    }

    private static Option<string[]> CreateOnly()
    {
        var option = new Option<string[]>("--only")
        {
            Description = "Only this rule, or the rules of this area; may be repeated",
            HelpName = "rule|area",
        };
        option.CompletionSources.Add(_ => ReviewSelection.Words.Select(word => new System.CommandLine.Completions.CompletionItem(word)));
        return option;
    }

    private static Option<string?> CreateExplain()
    {
        var option = new Option<string?>("--explain") { Description = "All about a rule", HelpName = "rule" };
        option.CompletionSources.Add(_ => AllReviewRules.List.Select(rule => new System.CommandLine.Completions.CompletionItem(rule.Id)));
        return option;
    }
}
