using System.Text;
using System.Text.RegularExpressions;

namespace Acme.Platform.Migrations;

/// <summary>A directive of a migration file, <c>-- migrate:up</c> or <c>-- migrate:down</c>, and the SQL below it.</summary>
internal sealed partial class MigrationSection
{
    private readonly Dictionary<string, string> options;
    private readonly StringBuilder sql = new();

    private MigrationSection(bool isUp, int line, string optionText)
    {
        IsUp = isUp;
        Line = line;
        options = optionText.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)
            .Select(option => option.Split(':'))
            .Where(option => option.Length == 2)
            .GroupBy(option => option[0], option => option[1])
            .ToDictionary(option => option.Key, option => option.Last());
    }

    public bool IsUp { get; }

    /// <summary>The line of the directive.</summary>
    public int Line { get; }

    public bool InTransaction => Option("transaction") != "false";

    /// <summary>The value of <c>name:value</c> on the directive's line. What is not known is left alone, as dbmate does.</summary>
    public string? Option(string name) => options.GetValueOrDefault(name);

    public IReadOnlyList<SqlStatement> Statements(string file) => SqlStatement.Split(sql.ToString(), Line + 1, file);

    public static bool IsDirective(string line) => Directive().IsMatch(line);

    /// <summary>The sections of a file. Only space and comments may stand before the first.</summary>
    public static List<MigrationSection> Read(string file, string text)
    {
        var sections = new List<MigrationSection>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (Directive().Match(line) is { Success: true } directive)
                sections.Add(new MigrationSection(directive.Groups["direction"].Value == "up", number, directive.Groups["options"].Value));
            else if (sections.Count > 0)
                sections[^1].sql.Append(line).Append('\n');
            else if (!CommentOrBlank().IsMatch(line))
                throw MigrationException.At(
                    file, number, "a statement stands before '-- migrate:up'", "Move it below that line: nothing above it would run.");
        }

        return sections;
    }

    [GeneratedRegex(@"^--\s*migrate:(?<direction>up|down)(\s+(?<options>.*))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Directive();

    [GeneratedRegex(@"^\s*(--.*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex CommentOrBlank();
}
