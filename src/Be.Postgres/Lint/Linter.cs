using Acme.Platform.Migrations;
using Be.Postgres.Sql;

namespace Be.Postgres.Lint;

/// <summary>Checks migrations against rules, in the order in which they run.</summary>
/// <param name="rules">Which rules.</param>
/// <param name="options">What the solution or the caller says.</param>
/// <param name="live">The database that they will run on; null when none was named.</param>
public sealed class Linter(IReadOnlyList<Rule> rules, LintOptions options, LiveDatabase? live = null)
{
    /// <summary>The id under which a statement that is not understood is reported.</summary>
    public const string NotChecked = "not-checked";

    /// <summary>The id under which a file is reported that no runner could read.</summary>
    public const string NotReadable = "not-readable";

    /// <summary>The id of a <c>be:allow</c> that allows nothing.</summary>
    public const string UnusedAllow = "unused-allow";

    /// <summary>The id of a <c>be:allow</c> that does not say why.</summary>
    public const string AllowWithoutReason = "allow-without-reason";

    private readonly List<Finding> findings = [];

    /// <summary>What it finds in some files of a folder; what the others make is known.</summary>
    /// <param name="paths">All files, in the order in which they run.</param>
    /// <param name="chosen">Those to report on.</param>
    public IReadOnlyList<Finding> Check(IReadOnlyList<string> paths, IReadOnlySet<string> chosen)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(chosen);
        findings.Clear();
        var files = paths.Select(path => (Path: path, File: Read(path, chosen.Contains(path)))).ToList();
        var end = End(files.Select(file => file.File));
        var catalogue = new Catalogue(live);
        foreach (var (path, file) in files)
        {
            if (file is not null)
                Check(file, chosen.Contains(path), catalogue, end, paths);
        }
        return findings;
    }

    private LintedFile? Read(string path, bool isChosen)
    {
        try
        {
            return LintedFile.Read(path);
        }
        catch (MigrationException broken)
        {
            if (isChosen)
                findings.Add(new Finding(NotReadable, Severity.Error, path, broken.Line ?? 1, "", $"{broken.Problem}: {broken.Remedy}"));
            return null;
        }
    }

    /// <summary>What there is after all of them: an index may come in a later file than what needs it.</summary>
    private Catalogue End(IEnumerable<LintedFile?> files)
    {
        var end = new Catalogue(live);
        foreach (var statement in files.OfType<LintedFile>().SelectMany(file => LintedFile.Understood(file.Up)!))
            end.Apply(statement);
        return end;
    }

    private void Check(LintedFile file, bool isChosen, Catalogue catalogue, Catalogue end, IReadOnlyList<string> paths)
    {
        var statements = new List<StatementContext>();
        var hits = new List<(Rule Rule, StatementContext? At, Hit Hit)>();
        foreach (var written in file.Up.Statements)
        {
            var statement = new StatementContext(
                written.Line,
                written.Text,
                StatementParser.Parse(written.Text),
                [.. statements],
                file.Up.InTransaction,
                catalogue,
                end,
                options
            );
            _ = statement.Locks; // while the catalogue is what the statement meets
            statements.Add(statement);
            hits.AddRange(rules.SelectMany(rule => rule.Check(statement).Select(hit => (rule, (StatementContext?)statement, hit))));
            catalogue.Apply(statement.Statement);
        }
        if (!isChosen)
            return;
        var context = new FileContext(
            file.Name,
            statements,
            LintedFile.Understood(file.Down),
            [.. paths.Select(path => Path.GetFileName(path))],
            options
        )
        {
            IsPlain = file.IsPlain,
        };
        hits.AddRange(rules.SelectMany(rule => rule.Check(context).Select(hit => (rule, hit.At ?? statements.FirstOrDefault(), hit))));
        Report(file, statements, hits);
    }

    private void Report(LintedFile file, List<StatementContext> statements, List<(Rule Rule, StatementContext? At, Hit Hit)> hits)
    {
        foreach (var statement in statements)
            Report(file, statement, [.. hits.Where(hit => hit.At == statement)]);
        foreach (var (rule, _, hit) in hits.Where(hit => hit.At is null))
            findings.Add(new Finding(rule.Id, rule.Severity, file.Path, 1, "", hit.Message, hit.Rewrite));
    }

    private void Report(LintedFile file, StatementContext statement, List<(Rule Rule, StatementContext? At, Hit Hit)> hits)
    {
        var allowed = Suppression.Above(file.Lines, statement.Line);
        if (statement.Statement is UnknownStatement unknown)
            Add(NotChecked, Severity.Warning, statement.Line, $"Not checked: {unknown.Problem}.");
        foreach (var (rule, _, hit) in hits.Where(hit => !allowed.Any(allow => allow.Rule == hit.Rule.Id)))
        {
            var (severity, note) = Grade.Of(rule.Severity, hit.Table, live);
            Add(rule.Id, severity, statement.Line, hit.Message + note, hit.Rewrite, hit.IsMechanical);
        }
        foreach (var allow in allowed)
        {
            if (!hits.Exists(hit => hit.Rule.Id == allow.Rule) && !(allow.Rule == NotChecked && statement.Statement is UnknownStatement))
                AddTo(allow, UnusedAllow, $"'{allow.Rule}' is allowed here, and nothing breaks it.");
            else if (allow.Reason.Length == 0)
                AddTo(
                    allow,
                    AllowWithoutReason,
                    $"'{allow.Rule}' is allowed without a reason: -- be:allow {allow.Rule} why it is right here"
                );
        }

        void AddTo(Suppression allow, string rule, string message) =>
            findings.Add(new Finding(rule, Severity.Warning, file.Path, allow.Line, file.Lines[allow.Line - 1].Trim(), message));

        void Add(string rule, Severity severity, int line, string message, string? rewrite = null, bool isMechanical = false)
        {
            if (rule != NotChecked || !allowed.Any(allow => allow.Rule == NotChecked))
                findings.Add(new Finding(rule, severity, file.Path, line, statement.Text, message, rewrite, isMechanical));
        }
    }
}
