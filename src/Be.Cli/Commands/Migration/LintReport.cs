using Be.Postgres.Lint;
using LintFinding = Be.Postgres.Lint.Finding;

namespace Be.Cli.Commands;

/// <summary>What the linter found, in the order of files and lines.</summary>
/// <param name="Files">How many were checked.</param>
internal sealed record LintReport(IReadOnlyList<LintFinding> Findings, int Files)
{
    public int Count(Severity severity) => Findings.Count(finding => finding.Severity == severity);
}
