using Be.Postgres.Lint;

namespace Be.Postgres.Tests.Lint;

/// <summary>
/// A migration that breaks a rule or keeps it, from <c>Cases/&lt;rule&gt;.sql</c>. Lines there: <c>-- bad: title</c> or <c>-- good: title</c> begins
/// one; <c>-- given: sql</c> ran before, in a file of its own; <c>-- option:</c> is one of <c>plain</c> (not in dbmate's format),
/// <c>schemas-are-modules</c>, <c>runner-sets-timeouts</c>, <c>newest 2026…</c> and <c>since 18</c> (the version of PostgreSQL that knows the
/// syntax). The rest is the file; it gets its line <c>-- migrate:up</c> if it has none.
/// </summary>
internal sealed record LintCase(string Rule, bool IsBad, string Title, string Given, string Text, IReadOnlyList<string> Options)
{
    private static readonly CaseFile Files = new("Lint.Cases.");

    private static readonly HashSet<string> NoFiles = [];

    /// <summary>The rules that have a file of cases.</summary>
    public static IReadOnlyList<string> Rules => Files.Rules;

    public static IReadOnlyList<LintCase> All { get; } = [.. Rules.SelectMany(rule => Files.Read(rule).Select(lines => Of(rule, lines)))];

    /// <summary>The oldest version of PostgreSQL that knows all of it.</summary>
    public int Since => int.Parse(Option("since") ?? "14", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What the linter finds in its file, by all rules.</summary>
    public IReadOnlyList<Finding> Findings() => InFolder((given, file) => Linter().Check([given, file], new HashSet<string> { file }));

    /// <summary>All statements of its two files.</summary>
    public IReadOnlyList<string> Statements() =>
        InFolder(
            (given, file) =>
                (IReadOnlyList<string>)
                    [
                        .. new[] { given, file }
                            .Select(LintedFile.Read)
                            .SelectMany(read => read.Up.Statements.Concat(read.Down?.Statements ?? []))
                            .Select(statement => statement.Text),
                    ]
        );

    private Linter Linter() =>
        new(
            AllRules.List,
            new LintOptions
            {
                SchemasAreModules = Options.Contains("schemas-are-modules"),
                RunnerSetsTimeouts = Options.Contains("runner-sets-timeouts"),
                Elsewhere = Option("newest") is { } newest
                    ? [new Elsewhere("main", new HashSet<string> { newest }) { Files = NoFiles }]
                    : [],
            }
        );

    private string? Option(string name) =>
        Options
            .Where(option => option.StartsWith(name + ' ', StringComparison.Ordinal))
            .Select(option => option[(name.Length + 1)..])
            .FirstOrDefault();

    private T InFolder<T>(Func<string, string, T> use)
    {
        var folder = Directory.CreateTempSubdirectory("be-lint-");
        try
        {
            var given = Path.Combine(folder.FullName, "20260101000000_given.sql");
            var file = Path.Combine(folder.FullName, "20260102000000_case.sql");
            File.WriteAllText(given, "-- migrate:up\n" + Given);
            File.WriteAllText(file, Text);
            return use(given, file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static LintCase Of(string rule, List<string> lines)
    {
        var bad = CaseFile.ValueOf(lines[0], "bad");
        var given = lines.Select(line => CaseFile.ValueOf(line, "given")).OfType<string>();
        var options = lines.Select(line => CaseFile.ValueOf(line, "option")).OfType<string>().ToList();
        var rest = lines
            .Skip(1)
            .Where(line => CaseFile.ValueOf(line, "given") is null && CaseFile.ValueOf(line, "option") is null)
            .ToList();
        var isWhole = options.Contains("plain") || rest.Exists(line => line.StartsWith("-- migrate:up", StringComparison.Ordinal));
        return new LintCase(
            rule,
            bad is not null,
            bad ?? CaseFile.ValueOf(lines[0], "good")!,
            string.Join('\n', given),
            (isWhole ? "" : "-- migrate:up\n") + string.Join('\n', rest),
            options
        );
    }
}
