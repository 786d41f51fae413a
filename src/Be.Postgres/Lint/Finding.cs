namespace Be.Postgres.Lint;

/// <summary>A place where a migration breaks a rule.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="File">As it was named to the linter.</param>
/// <param name="Line">Of the statement, from 1.</param>
/// <param name="Statement">As written; empty for a finding about a file.</param>
/// <param name="Message">What is wrong, in a line.</param>
/// <param name="Rewrite">The statement as it should be; null where that takes a decision.</param>
/// <param name="IsMechanical">Whether <c>--fix</c> writes it so.</param>
public sealed record Finding(
    string Rule,
    Severity Severity,
    string File,
    int Line,
    string Statement,
    string Message,
    string? Rewrite = null,
    bool IsMechanical = false
);
