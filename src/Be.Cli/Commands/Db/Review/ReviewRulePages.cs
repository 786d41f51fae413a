using Be.Cli.CommandLine;
using Be.Cli.Output;
using Be.Postgres.Review;
using Be.Scaffolding;

namespace Be.Cli.Commands;

/// <summary>Prints what the rules of the review look for.</summary>
internal static class ReviewRulePages
{
    /// <summary>A line a rule, by area.</summary>
    public static int List()
    {
        var width = AllReviewRules.List.Max(rule => rule.Id.Length);
        foreach (var area in AllReviewRules.List.GroupBy(rule => rule.Area).OrderBy(area => area.Key))
        {
            Console.WriteLine(Ink.Out.Bold(ReviewedDatabase.WordOf(area.Key)));
            foreach (var rule in area)
                Console.WriteLine($"  {rule.Id.PadRight(width)}  {ReviewedDatabase.WordOf(rule.Urgency), -6}  {rule.Title}");
        }
        NextSteps.Print($"be db review --explain {AllReviewRules.List[0].Id}");
        return ExitCode.Done;
    }

    /// <exception cref="UserError">There is no such rule.</exception>
    public static int Explain(string id)
    {
        var rule = ReviewSelection.One(id);
        Console.WriteLine($"{Ink.Out.Bold(rule.Id)} ({ReviewedDatabase.WordOf(rule.Area)}, {ReviewedDatabase.WordOf(rule.Urgency)})");
        Console.WriteLine(rule.Title);
        Print("Why", LintText.Wrapped(rule.Why, 0));
        Print("Instead", rule.Instead.Split('\n'));
        Print("Needs", rule.Extension is { } extension ? [$"create extension {extension}"] : []);
        Print("Query", rule.Sql.Split('\n'));
        return ExitCode.Done;
    }

    private static void Print(string heading, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
            return;
        Console.WriteLine();
        Console.WriteLine($"{Ink.Out.Bold(heading)}:");
        foreach (var line in all)
            Console.WriteLine($"  {line}".TrimEnd());
    }
}
