using Be.Cli.Output;

namespace Be.Cli.Commands;

/// <summary>Prints findings for a script.</summary>
internal static class LintJson
{
    public static void Print(LintReport report) =>
        Json.Print(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("files", report.Files);
            json.WriteStartArray("findings");
            foreach (var finding in report.Findings)
            {
                json.WriteStartObject();
                json.WriteString("rule", finding.Rule);
                json.WriteString("severity", RuleText.WordOf(finding.Severity));
                json.WriteString("file", finding.File);
                json.WriteNumber("line", finding.Line);
                json.WriteString("message", finding.Message);
                json.WriteString("statement", finding.Statement);
                json.WriteString("rewrite", finding.Rewrite);
                json.WriteBoolean("fixable", finding.IsMechanical);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });
}
