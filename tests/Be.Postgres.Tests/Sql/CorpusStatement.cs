using System.Globalization;
using System.Reflection;

namespace Be.Postgres.Tests.Sql;

/// <summary>
/// A statement of <c>Corpus/&lt;theme&gt;.sql</c>. A line <c>--- CreateTable, since 15</c> stands above each one: what it is understood as, and the
/// version of PostgreSQL that knows its syntax.
/// </summary>
/// <param name="Text">Without the semicolon that ends it.</param>
internal sealed record CorpusStatement(string Theme, string Kind, int Since, string Text)
{
    private const string Folder = "Sql.Corpus.";

    private const string Heading = "--- ";

    public static IReadOnlyList<string> Themes { get; } =
    [
        .. Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..])
            .Order(StringComparer.Ordinal),
    ];

    public static IReadOnlyList<CorpusStatement> All { get; } = [.. Themes.SelectMany(Of)];

    /// <summary>The file as it is, headings included: to PostgreSQL they are comments.</summary>
    public static string FileOf(string theme)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + theme)!);
        return reader.ReadToEnd();
    }

    public static IEnumerable<CorpusStatement> Of(string theme)
    {
        foreach (var part in ('\n' + FileOf(theme)).Split('\n' + Heading).Skip(1))
        {
            var (heading, text) = (part.Split('\n')[0], part[(part.IndexOf('\n', StringComparison.Ordinal) + 1)..].TrimEnd());
            var words = heading.Split(", since ");
            var since = words.Length > 1 ? int.Parse(words[1], CultureInfo.InvariantCulture) : 14;
            Assert.EndsWith(";", text, StringComparison.Ordinal);
            yield return new CorpusStatement(theme, words[0], since, text[..^1]);
        }
    }
}
