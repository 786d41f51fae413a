using Acme.Platform.Migrations;
using Be.Postgres.Sql;

namespace Be.Postgres.Lint;

/// <summary>
/// A file of SQL, read for the linter: a migration in dbmate's format, or plain statements, which count as an up part in a transaction.
/// </summary>
/// <param name="Path">As it was named.</param>
/// <param name="Lines">Its text.</param>
/// <param name="Up">What applies it.</param>
/// <param name="Down">What undoes it; null when it does not say.</param>
internal sealed record LintedFile(string Path, IReadOnlyList<string> Lines, MigrationPart Up, MigrationPart? Down)
{
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Whether it is no migration, only statements.</summary>
    public bool IsPlain { get; private init; }

    /// <summary>Each statement of a part as understood.</summary>
    public static IReadOnlyList<Statement>? Understood(MigrationPart? part) =>
        part is null ? null : [.. part.Statements.Select(statement => StatementParser.Parse(statement.Text))];

    /// <exception cref="MigrationException">It cannot be read, or has no end to a string, name or comment.</exception>
    public static LintedFile Read(string path)
    {
        var file = new MigrationFile("", System.IO.Path.GetFileName(path), path);
        var text = File.ReadAllText(path);
        var lines = text.Split('\n');
        if (!lines.Any(line => line.StartsWith("-- migrate:", StringComparison.Ordinal)))
            return new LintedFile(path, lines, new MigrationPart(SqlStatement.Split(text, file: file.Name), InTransaction: true), null)
            {
                IsPlain = true,
            };
        var script = file.Read();
        return new LintedFile(path, lines, script.Up, script.Down);
    }
}
