using Be.Postgres.Lint;

namespace Be.Cli.Commands;

/// <summary>What is said of a rule: one that looks at migrations, or one that the linter has about itself.</summary>
internal sealed record RuleText(string Id, Severity Severity, string Title, string? Blocks, string Why, string Instead, string? Versions)
{
    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<RuleText> All { get; } =
    [
        .. AllRules
            .List.Select(rule => new RuleText(rule.Id, rule.Severity, rule.Title, rule.Blocks, rule.Why, rule.Instead, rule.Versions))
            .Concat(Own())
            .OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    /// <summary>The one of that name; null when there is none.</summary>
    public static RuleText? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);

    /// <summary>In lower case, as it is printed.</summary>
    public static string WordOf(Severity severity) => severity.ToString().ToLowerInvariant();

    private static IEnumerable<RuleText> Own() =>
        [
            Of(
                Linter.NotChecked,
                Severity.Warning,
                "A statement is not understood.",
                "What is not understood may break any rule, unseen.",
                """
                Correct the statement. Where PostgreSQL takes it as it is, that is a bug of be: report it, and write above the statement
                -- be:allow not-checked read by two of us
                """
            ),
            Of(
                Linter.NotReadable,
                Severity.Error,
                "A file is no migration that could run.",
                "The runner refuses it before it changes anything, and with it all that comes behind.",
                "what the message says; be migration add writes a file that can be filled in"
            ),
            Of(
                Linter.UnusedAllow,
                Severity.Warning,
                "A be:allow allows nothing.",
                "What it was for is gone, or the name of the rule is wrong; the next thing that breaks the rule here would be allowed unseen.",
                "Take the line out."
            ),
            Of(
                Linter.AllowWithoutReason,
                Severity.Warning,
                "A be:allow does not say why.",
                "Whoever reviews or repeats it has to know why it is right here.",
                "-- be:allow drop-column not read since release 42"
            ),
        ];

    private static RuleText Of(string id, Severity severity, string title, string why, string instead) =>
        new(id, severity, title, null, why, instead, null);
}
