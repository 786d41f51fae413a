using System.Text.Json;
using Be.Cli.CommandLine;
using Be.Cli.Output;
using Be.Postgres.Lint;
using LintFinding = Be.Postgres.Lint.Finding;

namespace Be.Cli.Commands;

/// <summary>Prints findings in the form that code scanning reads.</summary>
/// <remarks>SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html.</remarks>
internal static class LintSarif
{
    public static void Print(LintReport report) =>
        Json.Print(json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (var finding in report.Findings)
                WriteResult(json, finding);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        });

    private static void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "be migration lint");
        json.WriteString("semanticVersion", Tool.Version);
        json.WriteStartArray("rules");
        foreach (var rule in RuleText.All)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            WriteText(json, "shortDescription", rule.Title);
            WriteText(json, "fullDescription", rule.Blocks is null ? rule.Why : $"{rule.Blocks} {rule.Why}");
            WriteHelp(json, rule);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", LevelOf(rule.Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, LintFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule);
        json.WriteNumber("ruleIndex", RuleText.All.Index().First(rule => rule.Item.Id == finding.Rule).Index);
        json.WriteString("level", LevelOf(finding.Severity));
        WriteText(json, "message", finding.Message);
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        WriteFile(json, finding);
        json.WriteStartObject("region");
        json.WriteNumber("startLine", finding.Line);
        if (finding.Statement.Length > 0)
        {
            json.WriteNumber("endLine", finding.Line + finding.Statement.Count(letter => letter == '\n'));
            WriteText(json, "snippet", finding.Statement);
        }
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        if (finding is { IsMechanical: true, Rewrite: { } rewrite })
            WriteFix(json, finding, rewrite);
        json.WriteEndObject();
    }

    private static void WriteHelp(Utf8JsonWriter json, RuleText rule)
    {
        json.WriteStartObject("help");
        json.WriteString("text", $"Instead:\n{rule.Instead}");
        json.WriteString("markdown", $"{rule.Why}\n\nInstead:\n\n```\n{rule.Instead}\n```\n");
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
        WriteText(json, "description", "What be migration lint --fix writes");
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
        WriteText(json, "insertedContent", rewrite);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>From 1.</summary>
    private static int ColumnOf(string text, int position) => position - (position == 0 ? 0 : text.LastIndexOf('\n', position - 1) + 1) + 1;

    private static void WriteText(Utf8JsonWriter json, string property, string text)
    {
        json.WriteStartObject(property);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string LevelOf(Severity severity) => severity == Severity.Advice ? "note" : RuleText.WordOf(severity);
}
