using System.Globalization;
using Acme.Platform.Migrations;
using Npgsql;

namespace Be.Postgres.Tests.Review;

/// <summary>
/// A database that breaks a rule or keeps it, from <c>Cases/&lt;rule&gt;.sql</c>. Lines there: <c>-- bad: title</c> or <c>-- good: title</c> begins
/// one; <c>-- expect: subject</c> names what is found in a bad one, and all of it where any is named; <c>-- since: 18</c> is the version of PostgreSQL
/// that knows the syntax; <c>-- fails: why</c> stands above a statement that the server refuses.
/// </summary>
internal sealed record ReviewCase(string Rule, bool IsBad, string Title, IReadOnlyList<string> Lines)
{
    private static readonly CaseFile Files = new("Review.Cases.");

    /// <summary>The rules that have a file of cases.</summary>
    public static IReadOnlyList<string> Rules => Files.Rules;

    public static IReadOnlyList<ReviewCase> All { get; } = [.. Rules.SelectMany(rule => Files.Read(rule).Select(lines => Of(rule, lines)))];

    /// <summary>The subjects to be found, in order; empty: any.</summary>
    public IReadOnlyList<string> Expected => [.. Values("expect").Order(StringComparer.Ordinal)];

    private int Since => Values("since").Select(version => int.Parse(version, CultureInfo.InvariantCulture)).FirstOrDefault(14);

    /// <summary>Makes the database what the case says.</summary>
    /// <returns>False when the server is too old for it.</returns>
    public async Task<bool> MakeAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        if (connection.PostgreSqlVersion.Major < Since)
            return false;
        foreach (var statement in SqlStatement.Split(string.Join('\n', Lines)))
            await ExecuteAsync(connection, statement, cancellation);
        return true;
    }

    private async Task ExecuteAsync(NpgsqlConnection connection, SqlStatement statement, CancellationToken cancellation)
    {
        // The text of a batch's command goes to the server as it is, semicolons of `begin atomic` included.
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand(statement.Text) } };
        if (CaseFile.ValueOf(Lines[Math.Max(0, statement.Line - 2)], "fails") is null)
            await batch.ExecuteNonQueryAsync(cancellation);
        else
            await Assert.ThrowsAsync<PostgresException>(() => batch.ExecuteNonQueryAsync(cancellation));
    }

    private IEnumerable<string> Values(string key) => Lines.Select(line => CaseFile.ValueOf(line, key)).OfType<string>();

    private static ReviewCase Of(string rule, List<string> lines)
    {
        var bad = CaseFile.ValueOf(lines[0], "bad");
        return new ReviewCase(rule, bad is not null, bad ?? CaseFile.ValueOf(lines[0], "good")!, lines);
    }
}
