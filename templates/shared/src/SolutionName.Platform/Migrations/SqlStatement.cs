using System.Text;

namespace Acme.Platform.Migrations;

/// <summary>One SQL statement as it stands in its file, without the semicolon that ends it.</summary>
/// <param name="Text">What goes to the server, unchanged.</param>
/// <param name="Line">The line of its first word, counted from 1.</param>
public sealed record SqlStatement(string Text, int Line)
{
    private const int LongestSummary = 100;

    /// <summary>The statement on one line, cut where it is long: for messages.</summary>
    public string Summary
    {
        get
        {
            var line = string.Join(' ', Text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
            return line.Length <= LongestSummary ? line : line[..LongestSummary] + "…";
        }
    }

    /// <summary>The line of the character at which PostgreSQL found the error.</summary>
    /// <param name="position">Counted in characters from 1; 0 when PostgreSQL did not say.</param>
    internal int LineAt(int position) =>
        Line + Text.EnumerateRunes().Take(Math.Max(position - 1, 0)).Count(character => character == new Rune('\n'));

    /// <summary>Splits SQL at the semicolons that end a statement. Text without a statement, such as comments, gives none.</summary>
    /// <param name="sql">One or more statements.</param>
    /// <param name="firstLine">The line of the file on which <paramref name="sql"/> begins.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <exception cref="MigrationException">A string, quoted name or comment has no end.</exception>
    public static IReadOnlyList<SqlStatement> Split(string sql, int firstLine = 1, string? file = null)
    {
        var statements = new List<SqlStatement>();
        var lines = new LineCount(sql, firstLine);
        var current = new StatementBounds(sql);
        foreach (var token in SqlTokenizer.Read(sql))
        {
            if (token.Kind == SqlTokenKind.Unclosed)
                throw MigrationException.At(
                    file, new SqlStatement(token.In(sql), lines.At(token.Start)),
                    "a string, quoted name or comment that begins here has no end", "Close it.");

            if (!current.EndsAt(token))
                continue;
            Add();
            current = new StatementBounds(sql);
        }

        Add();
        return statements;

        void Add()
        {
            if (current.Text is { } text)
                statements.Add(new SqlStatement(text, lines.At(current.Start)));
        }
    }

    /// <summary>Line numbers for positions that only grow, in one pass.</summary>
    private sealed class LineCount(string text, int line)
    {
        private int counted;

        public int At(int position)
        {
            line += text.AsSpan(counted, position - counted).Count('\n');
            counted = position;
            return line;
        }
    }
}
