namespace Acme.Platform.Migrations;

/// <summary>A migration that cannot be read, or that PostgreSQL refused: where, why, and what to do.</summary>
/// <param name="problem">One line: what is wrong.</param>
/// <param name="remedy">One line: what to do about it.</param>
/// <param name="cause">What PostgreSQL or the file system said.</param>
public sealed class MigrationException(string problem, string remedy, Exception? cause = null)
    : Exception(problem, cause)
{
    /// <summary>What is wrong, in one line, without the place.</summary>
    public string Problem { get; } = problem;

    /// <summary>What to do about it, in one line.</summary>
    public string Remedy { get; } = remedy;

    /// <summary>The file's name, where one file is at fault.</summary>
    public string? File { get; init; }

    /// <summary>The line in <see cref="File"/>, counted from 1.</summary>
    public int? Line { get; init; }

    /// <summary>The statement that failed, on one line and cut where it is long.</summary>
    public string? Statement { get; init; }

    /// <summary><c>file:line: problem, in: statement</c>, as far as they are known.</summary>
    public override string Message
    {
        get
        {
            var place = File is null ? "" : Line is null ? $"{File}: " : $"{File}:{Line}: ";
            return place + Problem + (Statement is null ? "" : $", in: {Statement}");
        }
    }

    internal static MigrationException In(string file, string problem, string remedy) =>
        new(problem, remedy) { File = file };

    internal static MigrationException At(string file, int line, string problem, string remedy) =>
        new(problem, remedy) { File = file, Line = line };

    internal static MigrationException At(string? file, SqlStatement statement, string problem, string remedy) =>
        new(problem, remedy) { File = file, Line = statement.Line, Statement = statement.Summary };
}
