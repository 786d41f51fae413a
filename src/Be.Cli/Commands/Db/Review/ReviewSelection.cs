using Be.Postgres.Review;
using Be.Scaffolding;

namespace Be.Cli.Commands;

/// <summary><c>--only</c>: which rules to ask.</summary>
internal static class ReviewSelection
{
    /// <summary>What it takes.</summary>
    public static IEnumerable<string> Words =>
        ReviewedDatabase.Areas.Select(area => ReviewedDatabase.WordOf(area)).Concat(AllReviewRules.List.Select(rule => rule.Id));

    /// <summary>The rules of those names and areas; all of them unless there are any.</summary>
    /// <exception cref="UserError">There is no such rule or area.</exception>
    public static IReadOnlyList<ReviewRule> Of(string[] words)
    {
        if (words.FirstOrDefault(word => !Words.Contains(word, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw Unknown(unknown, "rule or area");
        return words.Length == 0
            ? AllReviewRules.List
            :
            [
                .. AllReviewRules.List.Where(rule =>
                    words.Contains(rule.Id, StringComparer.OrdinalIgnoreCase)
                    || words.Contains(rule.Area.ToString(), StringComparer.OrdinalIgnoreCase)
                ),
            ];
    }

    /// <exception cref="UserError">There is no such rule.</exception>
    public static ReviewRule One(string id) => AllReviewRules.List.FirstOrDefault(rule => rule.Id == id) ?? throw Unknown(id, "rule");

    private static UserError Unknown(string word, string kind)
    {
        var meant = Nearest.To(word, Words);
        var remedy = meant is null ? "See: be db review --rules" : $"Did you mean {meant}? See: be db review --rules";
        return UserError.InArguments($"There is no {kind} {word}.", remedy);
    }
}
