using System.Globalization;
using Be.Cli.Output;
using Be.Postgres.Lint;
using LintFinding = Be.Postgres.Lint.Finding;

namespace Be.Cli.Commands;

/// <summary>Prints findings as a compiler does: what and where, the statement, and once a rule why and what to write instead.</summary>
internal static class LintText
{
    /// <summary>Of a statement: more says little about where the mistake is.</summary>
    private const int MaxLines = 6;

    private const int Columns = 120;

    public static void Print(LintReport report, IReadOnlyList<string> written)
    {
        foreach (var path in written)
            Console.WriteLine($"{Ink.Out.Cyan("update   ")} {path}");
        if (written.Count > 0)
            Console.WriteLine();

        var explained = new HashSet<string>();
        foreach (var finding in report.Findings)
        {
            Print(finding, explained.Add(finding.Rule));
            Console.WriteLine();
        }
        Console.WriteLine(Summary(report));
    }

    /// <summary>In lines of at most 120 columns.</summary>
    /// <param name="indent">What stands before the text on its first line, and as spaces on the others.</param>
    internal static IEnumerable<string> Wrapped(string text, int indent)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && indent + line.Length + 1 + word.Length > Columns)
            {
                yield return line;
                line = "";
            }
            line += line.Length == 0 ? word : $" {word}";
        }
        yield return line;
    }

    private static void Print(LintFinding finding, bool isFirst)
    {
        var word = RuleText.WordOf(finding.Severity);
        Console.WriteLine($"{Coloured(finding.Severity, $"{word}[{finding.Rule}]")}{Ink.Out.Bold($": {finding.Message}")}");
        var lines = finding.Statement.Length == 0 ? [] : finding.Statement.Split('\n').Select(line => line.TrimEnd()).ToArray();
        var shown = lines.Take(MaxLines).ToList();
        var gutter = (finding.Line + Math.Max(shown.Count - 1, 0)).ToString(CultureInfo.InvariantCulture).Length;
        var margin = new string(' ', gutter);
        Console.WriteLine($"{margin}{Ink.Out.Cyan("-->")} {finding.File}:{finding.Line}");
        if (shown.Count > 0)
        {
            Console.WriteLine(Ink.Out.Cyan($"{margin} |"));
            foreach (var (at, line) in shown.Index())
                Console.WriteLine(
                    $"{Ink.Out.Cyan($"{(finding.Line + at).ToString(CultureInfo.InvariantCulture).PadLeft(gutter)} |")} {line}".TrimEnd()
                );
            Console.WriteLine(Ink.Out.Cyan(lines.Length > MaxLines ? $"{margin} | …" : $"{margin} |"));
        }
        PrintNotes(finding, RuleText.Find(finding.Rule), isFirst, margin);
    }

    private static void PrintNotes(LintFinding finding, RuleText? rule, bool isFirst, string margin)
    {
        if (rule?.Blocks is { } blocks)
            PrintNote(margin, "blocks", [.. Wrapped(blocks, margin.Length + " = blocks: ".Length)]);
        if (isFirst && rule is not null)
        {
            PrintNote(margin, "why", [.. Wrapped(rule.Why, margin.Length + " = why: ".Length)]);
            PrintNote(margin, "instead", Block(rule.Instead));
        }
        if (finding.Rewrite is { } rewrite)
            PrintNote(margin, finding.IsMechanical ? "rewritten, and --fix writes it" : "rewritten", Block(rewrite));
    }

    /// <summary>Several lines stand below their label, as they are.</summary>
    private static string[] Block(string text) => text.Split('\n') is { Length: > 1 } lines ? ["", .. lines] : [text];

    /// <summary>The first line stands beside the label; what was wrapped goes on below it.</summary>
    private static void PrintNote(string margin, string label, string[] lines)
    {
        Console.WriteLine($"{margin} {Ink.Out.Cyan("=")} {Ink.Out.Bold($"{label}:")} {lines[0]}".TrimEnd());
        var indent = new string(' ', margin.Length + (label is "blocks" or "why" ? label.Length + " = : ".Length : " = ".Length));
        foreach (var line in lines.Skip(1))
            Console.WriteLine($"{indent}{line}".TrimEnd());
    }

    private static string Summary(LintReport report)
    {
        var files = report.Files == 1 ? "1 file" : $"{report.Files} files";
        if (report.Findings.Count == 0)
            return $"{Ink.Out.Green("no findings")} in {files}";
        string[] parts =
        [
            Counted(report.Count(Severity.Error), "error", "errors"),
            Counted(report.Count(Severity.Warning), "warning", "warnings"),
            Counted(report.Count(Severity.Advice), "advice", "advice"),
        ];
        return $"{string.Join(", ", parts.Where(part => part.Length > 0))} in {files}";
    }

    private static string Counted(int count, string one, string many) => count == 0 ? "" : $"{count} {(count == 1 ? one : many)}";

    private static string Coloured(Severity severity, string text) =>
        severity switch
        {
            Severity.Error => Ink.Out.Red(text),
            Severity.Warning => Ink.Out.Yellow(text),
            _ => Ink.Out.Cyan(text),
        };
}
