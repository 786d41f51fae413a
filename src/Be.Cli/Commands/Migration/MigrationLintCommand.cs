using System.CommandLine;
using Be.Cli.CommandLine;
using Be.Cli.Output;
using Be.Postgres.Lint;
using Be.Scaffolding;

namespace Be.Cli.Commands;

/// <summary><c>be migration lint</c>: what in migrations blocks others, loses data or breaks the version that still runs.</summary>
internal static class MigrationLintCommand
{
    private static readonly Argument<string[]> Files = new("files")
    {
        Description = "Files of SQL, in a solution or not; unless given, all migrations of the solution",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string?> Against = new("--against")
    {
        Description = "The database that they will run on: only what it does not have is checked, and graded by the size of its tables",
        HelpName = "uri or key=value",
    };

    private static readonly Option<string?> Branch = new("--branch")
    {
        Description = "The branch of git that they go to: only what it does not have is checked, and has to come after its newest",
        HelpName = "branch",
    };

    private static readonly Option<bool> Fix = new("--fix")
    {
        Description = "Write the corrections that leave nothing to decide, then report the rest; for files that no database has yet",
    };

    private static readonly Option<bool> Rules = new("--rules") { Description = "List the rules" };

    private static readonly Option<string?> Explain = CreateExplain();

    private static readonly Option<string> Output = new Option<string>("--output")
    {
        Description = "What to print; github: annotations of a pull request",
        DefaultValueFactory = _ => "text",
    }.AcceptOnlyFromAmong("text", "json", "sarif", "github");

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "lint",
            "Check migrations for what blocks others, loses data or breaks running code",
            new("be migration lint", "all migrations of the solution; exit code 1 on errors and warnings"),
            new("be migration lint deploy.sql --against postgres://app:secret@db.example.com/shop", "any file, for a database as it is"),
            new("be migration lint --branch origin/main --output github", "what a pull request adds, as annotations"),
            new("be migration lint --output sarif >lint.sarif", "for code scanning"),
            new("be migration lint --explain index-not-concurrent", "what a rule wants, and why")
        )
        {
            Files,
            Against,
            Branch,
            ServiceDatabase.Option,
            Fix,
            Rules,
            Explain,
            Output,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Files) is { Length: > 0 } && result.GetValue(ServiceDatabase.Option) is not null)
                result.AddError("--service names the migrations of a service, and files are named, too: give one of them");
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        if (arguments.GetValue(Rules))
            return RulePages.List();
        if (arguments.GetValue(Explain) is { } id)
            return RulePages.Explain(id);

        var folders = Folders(arguments);
        if (arguments.GetValue(Against) is { } connection)
            folders = [.. await Task.WhenAll(folders.Select(folder => folder.AgainstAsync(connection, cancellation)))];
        foreach (var unknown in folders.SelectMany(folder => folder.Live?.NotUnderstood ?? []))
            Console.Error.WriteLine($"{Ink.Error.Yellow("warning:")} not understood, so nothing is concluded from it: {unknown}");
        if (arguments.GetValue(Branch) is { } branch)
            folders = [.. await Task.WhenAll(folders.Select(folder => folder.BesideAsync(branch, cancellation)))];
        var written = arguments.GetValue(Fix) ? folders.SelectMany(folder => MechanicalFixes.Write(folder, cancellation)).ToList() : [];
        var report = new LintReport([.. folders.SelectMany(folder => folder.Check())], folders.Sum(folder => folder.Chosen.Count));
        Print(report, written, arguments.GetRequiredValue(Output));
        return report.Findings.Any(finding => finding.Severity != Severity.Advice) ? ExitCode.Refused : ExitCode.Done;
    }

    private static List<LintedFolder> Folders(ParseResult arguments)
    {
        if (arguments.GetValue(Files) is { Length: > 0 } files)
            return LintedFolder.OfFiles(files);
        var solution =
            CurrentSolution.FindOrNull()
            ?? throw new UserError(
                "There is no be.json here or above, and no file is named.",
                "be migration lint migrations/*.sql, or change into a solution"
            );
        var isOne = arguments.GetValue(ServiceDatabase.Option) is not null || arguments.GetValue(Against) is not null;
        var databases = isOne ? [ServiceDatabase.One(arguments, solution)] : ServiceDatabase.Of(solution.Model);
        var folders = databases.Select(database => LintedFolder.OfSolution(solution.Root, database.Folder(solution))).ToList();
        return folders.Exists(folder => folder.Chosen.Count > 0)
            ? folders
            : throw new UserError("There are no migrations yet.", "be migration add add_order_notes, or be scaffold api --entity Order");
    }

    private static void Print(LintReport report, IReadOnlyList<string> written, string output)
    {
        switch (output)
        {
            case "json":
                LintJson.Print(report);
                break;
            case "sarif":
                LintSarif.Print(report);
                break;
            case "github":
                LintGithub.Print(report);
                break;
            default:
                LintText.Print(report, written);
                break;
        }
    }

    private static Option<string?> CreateExplain()
    {
        var option = new Option<string?>("--explain") { Description = "All about a rule", HelpName = "rule" };
        option.CompletionSources.Add(_ => RuleText.All.Select(rule => rule.Id));
        return option;
    }
}
