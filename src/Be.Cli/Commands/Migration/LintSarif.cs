using System.Text.Json;
using Be.Cli.CommandLine;
using Be.Cli.Output;
using Be.Postgres.Lint;
using LintFinding = Be.Postgres.Lint.Finding;

namespace Be.Cli.Commands;

/// <summary>Prints findings in the form that code scanning reads.</summary>
internal static class LintSarif
{
    public static void Print(LintReport report) =>
        Json.Print(json =>
        {
            Sarif.Begin(json);
            json.WriteStartObject();
            Sarif.WriteTool(json, "be migration lint", RuleText.All.Select(RuleOf));
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (var finding in report.Findings)
                WriteResult(json, finding);
            json.WriteEndArray();
            json.WriteEndObject();
            Sarif.End(json);
        });

    private static SarifRule RuleOf(RuleText rule) =>
        new(
            rule.Id,
            rule.Title,
            rule.Blocks is null ? rule.Why : $"{rule.Blocks} {rule.Why}",
            rule.Why,
            rule.Instead,
            LevelOf(rule.Severity)
        );

    private static void WriteResult(Utf8JsonWriter json, LintFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule);
        json.WriteNumber("ruleIndex", RuleText.All.Index().First(rule => rule.Item.Id == finding.Rule).Index);
        json.WriteString("level", LevelOf(finding.Severity));
        Sarif.WriteText(json, "message", finding.Message);
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        WriteFile(json, finding);
        json.WriteStartObject("region");
        json.WriteNumber("startLine", finding.Line);
        if (finding.Statement.Length > 0)
        {
            json.WriteNumber("endLine", finding.Line + finding.Statement.Count(letter => letter == '\n'));
            Sarif.WriteText(json, "snippet", finding.Statement);
        }
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        if (finding is { IsMechanical: true, Rewrite: { } rewrite })
            WriteFix(json, finding, rewrite);
        json.WriteEndObject();
    }

    /// <summary>Relative to the current folder, which code scanning takes for the root of the repository.</summary>
    private static void WriteFile(Utf8JsonWriter json, LintFinding finding)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString(
            "uri",
            Path.IsPathRooted(finding.File)
                ? new Uri(Path.GetFullPath(finding.File)).AbsoluteUri // on another drive
                : string.Join('/', finding.File.Split('/').Select(Uri.EscapeDataString))
        );
        json.WriteEndObject();
    }

    /// <summary>What <c>--fix</c> would write.</summary>
    private static void WriteFix(Utf8JsonWriter json, LintFinding finding, string rewrite)
    {
        var text = File.ReadAllText(finding.File);
        var start = MechanicalFixes.PlaceOf(finding, text);
        var end = start + finding.Statement.Length;
        if (start < 0)
            return;
        json.WriteStartArray("fixes");
        json.WriteStartObject();
        Sarif.WriteText(json, "description", "What be migration lint --fix writes");
        json.WriteStartArray("artifactChanges");
        json.WriteStartObject();
        WriteFile(json, finding);
        json.WriteStartArray("replacements");
        json.WriteStartObject();
        json.WriteStartObject("deletedRegion");
        json.WriteNumber("startLine", finding.Line);
        json.WriteNumber("startColumn", ColumnOf(text, start));
        json.WriteNumber("endLine", finding.Line + finding.Statement.Count(letter => letter == '\n'));
        json.WriteNumber("endColumn", ColumnOf(text, end));
        json.WriteEndObject();
        Sarif.WriteText(json, "insertedContent", rewrite);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>From 1.</summary>
    private static int ColumnOf(string text, int position) => position - (position == 0 ? 0 : text.LastIndexOf('\n', position - 1) + 1) + 1;

    private static string LevelOf(Severity severity) => severity == Severity.Advice ? "note" : RuleText.WordOf(severity);
}
