using System.Text.RegularExpressions;

namespace Acme.Platform.Migrations;

/// <summary>The two directions of a migration file, in dbmate's format.</summary>
/// <param name="Up">What applies it.</param>
/// <param name="Down">What undoes it; null when the file does not say.</param>
/// <remarks>https://github.com/amacneil/dbmate#creating-migrations</remarks>
public sealed partial record MigrationScript(MigrationPart Up, MigrationPart? Down)
{
    /// <summary>SHA-256 of the text, line ends aside: tells later whether the file was edited.</summary>
    public required string Hash { get; init; }

    /// <summary>Reads the text of a migration file.</summary>
    /// <exception cref="MigrationException">It is not in dbmate's format; the message names file and line.</exception>
    public static MigrationScript Parse(string file, string text)
    {
        var sections = MigrationSection.Read(file, text);
        CheckOrder(file, sections);

        // A file may hold several pairs of up and down: what was applied last is undone first.
        var ups = sections.Where(section => section.IsUp).ToList();
        var downs = sections.Where(section => !section.IsUp).Reverse().ToList();
        return new MigrationScript(Part(file, ups), downs.Count == 0 ? null : Part(file, downs)) { Hash = MigrationHash.Of(text) };
    }

    private static void CheckOrder(string file, List<MigrationSection> sections)
    {
        if (!sections.Exists(section => section.IsUp))
            throw MigrationException.In(
                file, "has no line '-- migrate:up'", "Put that line above the statements that apply the migration.");

        for (var i = 0; i < sections.Count; i++)
        {
            var (line, isUp) = (sections[i].Line, sections[i].IsUp);
            if (isUp && i % 2 == 1)
                throw MigrationException.At(
                    file, line,
                    "a second '-- migrate:up' comes before the '-- migrate:down' of the first",
                    "Join the two, or put the down part between them.");
            if (!isUp && i % 2 == 0)
                throw MigrationException.At(
                    file, line, "'-- migrate:down' has no '-- migrate:up' before it", "Write the up part first, then its down part.");
        }
    }

    private static MigrationPart Part(string file, List<MigrationSection> sections)
    {
        var statements = sections.SelectMany(section => section.Statements(file)).ToList();
        Refuse(file, statements, CopyOverConnection(), "copy … from stdin needs data beside the SQL", "Write insert statements instead.");
        if (sections.TrueForAll(section => section.InTransaction))
        {
            Refuse(file, statements, TransactionControl(), "the file already runs in a transaction of its own", "Take the statement out.");
            return new MigrationPart(statements, InTransaction: true);
        }

        CheckSingleStatement(file, sections, statements);
        return new MigrationPart(
            statements, InTransaction: false, sections[0].Option("lock_timeout"), sections[0].Option("statement_timeout"));
    }

    private static void Refuse(string file, List<SqlStatement> statements, Regex kind, string problem, string remedy)
    {
        if (statements.Find(statement => kind.IsMatch(statement.Text)) is { } refused)
            throw MigrationException.At(file, refused, problem, remedy);
    }

    private static void CheckSingleStatement(string file, List<MigrationSection> sections, List<SqlStatement> statements)
    {
        if (sections.Count > 1)
            throw MigrationException.At(
                file, sections.Find(section => !section.InTransaction)!.Line,
                "transaction:false in a file of several parts could leave it applied by half",
                "Give each part a file of its own.");
        if (statements.Count > 1)
            throw MigrationException.At(
                file, statements[1],
                "transaction:false takes a single statement: more could leave the file applied by half",
                "Give each statement a file of its own.");
    }

    [GeneratedRegex(
        @"^copy\b.*\b(from\s+stdin|to\s+stdout)\b",
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CopyOverConnection();

    [GeneratedRegex(
        @"^(begin|start\s+transaction|commit|end|abort|prepare\s+transaction|rollback(?!\s+((work|transaction)\s+)?to\b))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TransactionControl();
}
