using Be.Cli.Output;
using Be.Postgres.Review;

namespace Be.Cli.Commands;

/// <summary>Prints a review for people: the scores, the most urgent findings with all about them, the others in a line each.</summary>
internal static class ReviewText
{
    /// <summary>Of one rule: who has more of them looks at one and then at the rule.</summary>
    private const int MostOfARule = 10;

    private const string Indent = "   ";

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
        var service = database.ServiceName is { } name ? $"{name}: " : "";
        Console.WriteLine($"{Ink.Out.Bold($"{service}{database.Description}")}, PostgreSQL {database.Report.Server}");
        if (database.IsWhole)
            PrintScores(database);
        foreach (var (at, finding) in database.MostUrgent.Index())
            Print(at + 1, finding);
        foreach (var rule in database.Rest)
            Print(rule);
        PrintUnseen(database.Report.Unseen);
        Console.WriteLine();
        Console.WriteLine(database.Summary);
    }

    private static void PrintScores(ReviewedDatabase database)
    {
        Console.WriteLine();
        Console.WriteLine(Ink.Out.Bold($"{"score", -14}{database.Report.Score, 3}"));
        foreach (var area in ReviewedDatabase.Areas)
        {
            var counts = ReviewedDatabase
                .Urgencies.Where(urgency => database.Count(area, urgency) > 0)
                .Select(urgency => $"{database.Count(area, urgency)} {Word(urgency)}");
            Console.WriteLine(
                $"  {ReviewedDatabase.WordOf(area), -12}{database.Report.ScoreOf(area), 3}  {string.Join(", ", counts)}".TrimEnd()
            );
        }
    }

    private static void Print(int number, ReviewFinding finding)
    {
        Console.WriteLine();
        var subject = Ink.Out.Bold(ReviewedDatabase.Plain(finding.Subject));
        Console.WriteLine($"{number}. {Word(finding.Urgency)} {subject}: {finding.Rule.Title} {Ink.Out.Dim($"[{finding.Rule.Id}]")}");
        Console.WriteLine($"{Indent}{ReviewedDatabase.Plain(finding.Detail)}");
        Print("why", LintText.Wrapped(finding.Rule.Why, 12));
        Print("instead", finding.Rule.Instead.Split('\n'));
        if (finding.Fix is { } fix)
            Print("migration", fix.Text.TrimEnd().Split('\n').Select(ReviewedDatabase.Plain));
    }

    private static void Print(string label, IEnumerable<string> lines)
    {
        foreach (var (at, line) in lines.Index())
            Console.WriteLine($"{Indent}{(at == 0 ? Ink.Out.Dim(label.PadRight(9)) : new string(' ', 9))} {line.TrimEnd('\r')}".TrimEnd());
    }

    private static void Print(IGrouping<ReviewRule, ReviewFinding> rule)
    {
        Console.WriteLine();
        Console.WriteLine($"{Word(rule.First().Urgency)} {Ink.Out.Bold(rule.Key.Id)}: {rule.Key.Title}");
        foreach (var finding in rule.Take(MostOfARule))
            Console.WriteLine($"{Indent}{ReviewedDatabase.Plain(finding.Subject)}: {ReviewedDatabase.Plain(finding.Detail)}");
        if (rule.Count() > MostOfARule)
            Console.WriteLine($"{Indent}{Ink.Out.Dim($"and {rule.Count() - MostOfARule} more: --only {rule.Key.Id} --output json")}");
    }

    private static void PrintUnseen(IReadOnlyList<Unseen> unseen)
    {
        if (unseen.Count == 0)
            return;
        Console.WriteLine();
        Console.WriteLine(Ink.Out.Bold("not seen, or not all"));
        foreach (var (rule, why) in unseen)
            Console.WriteLine($"{Indent}{rule}: {ReviewedDatabase.Plain(why)}");
    }

    private static string Word(Urgency urgency)
    {
        var word = ReviewedDatabase.WordOf(urgency);
        return urgency switch
        {
            Urgency.Now => Ink.Out.Red(word),
            Urgency.Soon => Ink.Out.Yellow(word),
            _ => Ink.Out.Dim(word),
        };
    }
}
