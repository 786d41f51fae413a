namespace Be.Postgres.Lint;

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    /// <summary>It works, and there is a better way.</summary>
    Advice,

    /// <summary>It blocks others, or breaks running code, under some circumstances.</summary>
    Warning,

    /// <summary>It blocks others, loses data or breaks running code.</summary>
    Error,
}
