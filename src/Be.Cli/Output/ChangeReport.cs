using Be.Cli.CommandLine;
using Be.Scaffolding.Planning;

namespace Be.Cli.Output;

/// <summary>Prints planned changes: a status word and a path a line, the differences when asked for, or JSON.</summary>
internal static class ChangeReport
{
    private const int WordWidth = 9;
    private const string Comment = "-- ";

    /// <param name="changes">The changes.</param>
    /// <param name="folder">What to print before each path; empty in the solution itself.</param>
    /// <param name="write">How to print.</param>
    public static void Print(ChangeSet changes, string folder, WriteOptions write)
    {
        if (write.Json)
        {
            Console.Write(changes.ToJson());
            return;
        }
        foreach (var difference in changes.Differences)
            Console.WriteLine($"{Ink.Out.Cyan("change".PadRight(WordWidth))} {difference}");
        foreach (var change in changes.Visible)
        {
            Console.WriteLine($"{Word(change.Kind)} {folder}{change.Path}{(change.Note is null ? "" : Ink.Out.Dim($"  ({change.Note})"))}");
            foreach (var line in Explanation(change))
                Console.WriteLine($"{"", WordWidth} {Ink.Out.Dim(line)}");
            if (write.Diff && change.Kind != ChangeKind.Unchanged)
                PrintDifference(folder + change.Path, change, write);
        }
    }

    /// <summary>What a new migration says above its statements: why there is one more, and whom it holds up.</summary>
    private static IEnumerable<string> Explanation(Change change) =>
        change is { Kind: ChangeKind.Create, After: { } sql } && change.Path.EndsWith(".sql", StringComparison.Ordinal)
            ? Predecessor.TextUnder(sql).Split('\n').TakeWhile(IsComment).Select(line => line[Comment.Length..])
            : [];

    private static bool IsComment(string line) =>
        line.StartsWith(Comment, StringComparison.Ordinal) && !line.StartsWith($"{Comment}migrate:", StringComparison.Ordinal);

    private static string Word(ChangeKind kind)
    {
        var word = kind.ToString().ToLowerInvariant().PadRight(WordWidth);
        return kind switch
        {
            ChangeKind.Create => Ink.Out.Green(word),
            ChangeKind.Update or ChangeKind.Merge => Ink.Out.Cyan(word),
            ChangeKind.Delete or ChangeKind.Conflict => Ink.Out.Red(word),
            _ => Ink.Out.Dim(word),
        };
    }

    private static void PrintDifference(string path, Change change, WriteOptions write)
    {
        var after = change.Conflict is { } conflict
            ? write.Force
                ? conflict.Forced
                : conflict.Merged
            : change.After;
        foreach (var line in UnifiedDiff.Of(path, change.Before, after).TrimEnd('\n').Split('\n'))
            Console.WriteLine(Coloured(line));
    }

    private static string Coloured(string line) =>
        line switch
        {
            ['+', '+', '+', ' ', ..] or ['-', '-', '-', ' ', ..] => Ink.Out.Bold(line),
            ['+', ..] => Ink.Out.Green(line),
            ['-', ..] => Ink.Out.Red(line),
            ['@', '@', ..] => Ink.Out.Cyan(line),
            _ => line,
        };
}
