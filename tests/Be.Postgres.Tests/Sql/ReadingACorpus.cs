using Acme.Platform.Migrations;
using Be.Postgres.Sql;
using Npgsql;

namespace Be.Postgres.Tests.Sql;

/// <summary>Hundreds of statements of all kinds: where each ends, what it is, and whether PostgreSQL says the same.</summary>
public sealed class ReadingACorpus(SharedDatabase shared) : IClassFixture<SharedDatabase>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Themes => [.. CorpusStatement.Themes];

    [Fact]
    public void HasStatementsOfAllKinds()
    {
        Assert.InRange(CorpusStatement.All.DistinctBy(statement => statement.Text).Count(), 400, int.MaxValue);
        Assert.Equal(CorpusStatement.All.Count, CorpusStatement.All.DistinctBy(statement => statement.Text).Count());
        Assert.Equal(
            typeof(Statement).Assembly.GetTypes().Where(type => type.BaseType == typeof(Statement)).Select(type => type.Name).Order(),
            CorpusStatement.All.Select(statement => statement.Kind).Distinct().Order()
        );
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void SplitsAFileWhereStatementsEnd(string theme)
    {
        Assert.Equal(
            CorpusStatement.Of(theme).Select(statement => statement.Text),
            SqlStatement.Split(CorpusStatement.FileOf(theme)).Select(statement => statement.Text)
        );
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void KnowsWhatEachIs(string theme)
    {
        Assert.All(
            CorpusStatement.Of(theme),
            statement =>
            {
                var read = StatementParser.Parse(statement.Text);
                Assert.True(read.GetType().Name == statement.Kind, $"{statement.Text}\nis understood as {Dump.Of(read)}");
            }
        );
    }

    /// <summary>What is missing in the database is no matter: the server parses first.</summary>
    [Theory]
    [MemberData(nameof(Themes))]
    public async Task PostgreSqlTakesEachForOneStatement(string theme)
    {
        var wrong = new List<string>();
        foreach (var statement in CorpusStatement.Of(theme))
        {
            // A library that is not there costs the connection.
            await using var connection = await shared.Database.Source.OpenConnectionAsync(Token);
            if (connection.PostgreSqlVersion.Major < statement.Since)
                continue;
            var problem = await SyntaxErrorAsync(connection, statement.Text);
            if (problem is null == statement.Kind is nameof(UnknownStatement))
                wrong.Add($"{statement.Text}\n{problem ?? "is no mistake to PostgreSQL"}");
        }

        Assert.Empty(wrong);
    }

    /// <summary>Sends it alone, as it is, in a transaction that is rolled back.</summary>
    private static async Task<string?> SyntaxErrorAsync(NpgsqlConnection connection, string sql)
    {
        await using var transaction = await connection.BeginTransactionAsync(Token);
        // The text of a batch's command goes to the server as it is: two statements in one are an error.
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { new NpgsqlBatchCommand(sql) } };
        try
        {
            await batch.ExecuteNonQueryAsync(Token);
            return null;
        }
        catch (PostgresException refused)
        {
            return refused.SqlState == PostgresErrorCodes.SyntaxError ? refused.MessageText : null;
        }
    }
}
