using Be.Postgres.Lint;

namespace Be.Cli.Commands;

/// <summary>Prints findings as workflow commands, which GitHub Actions shows beside the lines of a pull request.</summary>
/// <remarks>https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands; escapes as in its toolkit,
/// <c>command.ts</c>.</remarks>
internal static class LintGithub
{
    public static void Print(LintReport report)
    {
        foreach (var finding in report.Findings)
        {
            var place = $"file={Property(finding.File)},line={finding.Line},title={Property(finding.Rule)}";
            Console.WriteLine($"::{CommandOf(finding.Severity)} {place}::{Data(finding.Message)}");
        }
    }

    private static string CommandOf(Severity severity) => severity == Severity.Advice ? "notice" : RuleText.WordOf(severity);

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
