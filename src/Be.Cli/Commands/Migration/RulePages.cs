using Be.Cli.CommandLine;
using Be.Cli.Output;
using Be.Scaffolding;

namespace Be.Cli.Commands;

/// <summary>Prints what the rules of the linter want.</summary>
internal static class RulePages
{
    /// <summary>A line a rule.</summary>
    public static int List()
    {
        var width = RuleText.All.Max(rule => rule.Id.Length);
        foreach (var rule in RuleText.All)
            Console.WriteLine($"{rule.Id.PadRight(width)}  {RuleText.WordOf(rule.Severity), -7}  {rule.Title}");
        NextSteps.Print($"be migration lint --explain {RuleText.All[0].Id}");
        return ExitCode.Done;
    }

    /// <exception cref="UserError">There is no such rule.</exception>
    public static int Explain(string id)
    {
        var rule = RuleText.Find(id) ?? throw Unknown(id);
        Console.WriteLine($"{Ink.Out.Bold(rule.Id)} ({RuleText.WordOf(rule.Severity)})");
        Console.WriteLine(rule.Title);
        Print("Blocks", rule.Blocks is null ? null : LintText.Wrapped(rule.Blocks, 0));
        Print("Why", LintText.Wrapped(rule.Why, 0));
        Print("Instead", rule.Instead.Split('\n'));
        Print("PostgreSQL", rule.Versions is null ? null : [rule.Versions]);
        Print("To allow it here", [$"-- be:allow {rule.Id} why it is right", "above the statement"]);
        return ExitCode.Done;
    }

    private static void Print(string heading, IEnumerable<string>? lines)
    {
        if (lines is null)
            return;
        Console.WriteLine();
        Console.WriteLine($"{Ink.Out.Bold(heading)}:");
        foreach (var line in lines)
            Console.WriteLine(line.Length == 0 ? "" : $"  {line.TrimEnd('\r')}");
    }

    private static UserError Unknown(string id)
    {
        var meant = Nearest.To(id, RuleText.All.Select(rule => rule.Id));
        var remedy = meant is null ? "See: be migration lint --rules" : $"Did you mean {meant}? See: be migration lint --rules";
        return UserError.InArguments($"There is no rule {id}.", remedy);
    }
}
