using System.Text;
using Be.Postgres.Lint;
using Be.Scaffolding.Planning;
using Be.Scaffolding.Writing;
using LintFinding = Be.Postgres.Lint.Finding;

namespace Be.Cli.Commands;

/// <summary>Writes the corrections of the linter that leave nothing to decide.</summary>
internal static class MechanicalFixes
{
    /// <returns>The files that were changed, as they are printed.</returns>
    public static IReadOnlyList<string> Write(LintedFolder folder, CancellationToken cancellation)
    {
        var written = new SortedSet<string>(StringComparer.Ordinal);
        // A statement that breaks two rules is corrected twice: each rewrite is one of the statement as it stands.
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var fixes = folder
                .Check()
                .Where(finding => finding is { IsMechanical: true, Rewrite: not null })
                .GroupBy(finding => finding.File);
            var changes = fixes.Select(file => Change(folder, file.Key, [.. file])).Where(change => change.Before != change.After).ToList();
            if (changes.Count == 0)
                return [.. written];
            ChangeWriter.Write(Root(folder), new ChangeSet([.. changes]), OnConflict.Refuse);
            written.UnionWith(
                changes.Select(change => Path.GetRelativePath(".", Path.Combine(Root(folder), change.Path)).Replace('\\', '/'))
            );
        }
    }

    /// <summary>Where the statement of a finding begins in the text of its file; -1 when it is not there any more.</summary>
    internal static int PlaceOf(LintFinding finding, string text) =>
        text.IndexOf(finding.Statement, StartOfLine(text, finding.Line), StringComparison.Ordinal);

    private static Change Change(LintedFolder folder, string file, IReadOnlyList<LintFinding> fixes)
    {
        // With its byte order mark, if it has one.
        var before = Encoding.UTF8.GetString(File.ReadAllBytes(file));
        var after = before;
        // From the end, so that lines stay where they are.
        foreach (var finding in fixes.DistinctBy(finding => (finding.Line, finding.Statement)).OrderByDescending(finding => finding.Line))
        {
            var at = PlaceOf(finding, after);
            if (at >= 0)
                after = string.Concat(after.AsSpan(0, at), finding.Rewrite, after.AsSpan(at + finding.Statement.Length));
        }
        var path = Path.GetRelativePath(Root(folder), Path.GetFullPath(file)).Replace('\\', '/');
        return new Change(path, ChangeKind.Update, before, after);
    }

    private static string Root(LintedFolder folder) => folder.Solution ?? folder.Folder;

    private static int StartOfLine(string text, int line)
    {
        var start = 0;
        for (; line > 1; line--)
            start = text.IndexOf('\n', start) + 1;
        return start;
    }
}
