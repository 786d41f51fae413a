using Be.Postgres.Review;

namespace Be.Cli.Commands;

/// <summary>Prints a review as Markdown, for an issue or a pull request.</summary>
internal static class ReviewMarkdown
{
    public static void Print(IReadOnlyList<ReviewedDatabase> databases)
    {
        foreach (var (at, database) in databases.Index())
        {
            if (at > 0)
                Console.WriteLine();
            Print(database);
        }
    }

    private static void Print(ReviewedDatabase database)
    {
        var service = database.ServiceName is { } name ? $"{name}, " : "";
        Console.WriteLine($"# Review of {service}{Code(database.Description)}");
        Console.WriteLine();
        Console.WriteLine($"PostgreSQL {database.Report.Server}. {database.Summary}.");
        if (database.IsWhole)
            PrintScores(database);
        if (database.Report.Findings.Count > 0)
            PrintHeading("## Most urgent");
        foreach (var (at, finding) in database.MostUrgent.Index())
            Print(at + 1, finding);
        if (database.Rest.Any())
            PrintHeading("## The others");
        foreach (var rule in database.Rest)
            Print(rule);
        PrintUnseen(database.Report.Unseen);
    }

    private static void PrintScores(ReviewedDatabase database)
    {
        Console.WriteLine();
        Console.WriteLine("| area | score | now | soon | advice |");
        Console.WriteLine("|---|--:|--:|--:|--:|");
        foreach (var area in ReviewedDatabase.Areas)
        {
            var counts = ReviewedDatabase.Urgencies.Select(urgency => database.Count(area, urgency));
            Console.WriteLine($"| {ReviewedDatabase.WordOf(area)} | {database.Report.ScoreOf(area)} | {string.Join(" | ", counts)} |");
        }
        Console.WriteLine(
            $"| **all** | **{database.Report.Score}** | {string.Join(" | ", ReviewedDatabase.Urgencies.Select(urgency => database.Count(urgency)))} |"
        );
    }

    private static void Print(int number, ReviewFinding finding)
    {
        PrintHeading($"### {number}. {Code(finding.Subject)}: {finding.Rule.Title}");
        Console.WriteLine();
        Console.WriteLine($"`{finding.Rule.Id}`, {ReviewedDatabase.WordOf(finding.Urgency)}: {Text(finding.Detail)}");
        Console.WriteLine();
        Console.WriteLine(finding.Rule.Why);
        Console.WriteLine();
        Console.WriteLine("```");
        Console.WriteLine(finding.Rule.Instead);
        Console.WriteLine("```");
        if (finding.Fix is { } fix)
        {
            Console.WriteLine();
            Console.WriteLine("```sql");
            Console.Write(fix.Text);
            Console.WriteLine("```");
        }
    }

    private static void Print(IGrouping<ReviewRule, ReviewFinding> rule)
    {
        PrintHeading($"**`{rule.Key.Id}`**, {ReviewedDatabase.WordOf(rule.First().Urgency)}: {rule.Key.Title}");
        Console.WriteLine();
        foreach (var finding in rule)
            Console.WriteLine($"- {Code(finding.Subject)}: {Text(finding.Detail)}");
    }

    private static void PrintUnseen(IReadOnlyList<Unseen> unseen)
    {
        if (unseen.Count == 0)
            return;
        PrintHeading("## Not seen, or not all");
        Console.WriteLine();
        foreach (var (rule, why) in unseen)
            Console.WriteLine($"- `{rule}`: {Text(why)}");
    }

    private static void PrintHeading(string text)
    {
        Console.WriteLine();
        Console.WriteLine(text);
    }

    private static string Code(string text) => $"`{ReviewedDatabase.Plain(text).Replace('`', '\'')}`";

    /// <summary>Without what Markdown would take for markup.</summary>
    private static string Text(string text) =>
        string.Concat(
            ReviewedDatabase
                .Plain(text)
                .Select(letter => letter is '\\' or '`' or '*' or '_' or '[' or '<' or '|' ? $"\\{letter}" : $"{letter}")
        );
}
