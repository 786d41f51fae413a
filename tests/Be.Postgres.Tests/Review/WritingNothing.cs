using Be.Postgres.Review;
using Npgsql;

namespace Be.Postgres.Tests.Review;

public sealed class WritingNothing(TestServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A transaction gets an id with its first write, which the last rule would see.</summary>
    [Fact]
    public async Task NoRuleWrites()
    {
        await using var database = await server.NewDatabaseAsync();
        await database.ExecuteAsync("create table orders (id serial primary key, number text)");

        var report = await new Reviewer([
            .. AllReviewRules.List,
            new QueryRule("select concat_ws(', ', current_setting('transaction_read_only'), pg_current_xact_id_if_assigned()::text)"),
        ]).ReviewAsync(database.Source, Token);

        Assert.Equal("on", report.Findings[^1].Detail);
    }

    [Theory]
    [InlineData("select nextval('public.numbers')")]
    [InlineData("select setval('public.numbers', 7)")]
    public async Task ARuleThatWouldIsRefused(string query)
    {
        await using var database = await server.NewDatabaseAsync();
        await database.ExecuteAsync("create sequence numbers");

        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            new Reviewer([new QueryRule(query)]).ReviewAsync(database.Source, Token)
        );

        Assert.Equal(PostgresErrorCodes.ReadOnlySqlTransaction, refused.SqlState);
    }

    [Fact]
    public async Task WaitsForNobodyAndSaysSo()
    {
        await using var database = await server.NewDatabaseAsync();
        await database.ExecuteAsync("create table orders (id bigint primary key, customer_id bigint references orders (id))");
        await using var connection = await database.Source.OpenConnectionAsync(Token);
        await using var transaction = await connection.BeginTransactionAsync(Token);
        await using var command = new NpgsqlCommand("lock table orders in access exclusive mode", connection, transaction);
        await command.ExecuteNonQueryAsync(Token);
        var rules = AllReviewRules.List.Where(rule => rule.Id is "foreign-key-without-index" or "public-create").ToList();

        var report = await new Reviewer(rules).ReviewAsync(database.Source, Token);

        Assert.Equal(["foreign-key-without-index: waited for a lock"], report.Unseen.Select(unseen => $"{unseen.Rule}: {unseen.Why}"));
    }
}
