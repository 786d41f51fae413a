using Be.Postgres.Review;
using Npgsql;

namespace Be.Postgres.Tests.Review;

public sealed class AnIndexBeingBuilt(TestServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task IsNotInvalid()
    {
        await using var database = await server.NewDatabaseAsync();
        await database.ExecuteAsync("create table orders (id bigint primary key, number text)");
        Task build;
        await using (var connection = await database.Source.OpenConnectionAsync(Token))
        {
            // The build waits for this transaction, with its index there and not valid.
            await using var command = new NpgsqlCommand("begin; insert into orders values (1, 'a')", connection);
            await command.ExecuteNonQueryAsync(Token);
            build = database.ExecuteAsync("create index concurrently orders_number on orders (number)");
            while ((await database.QueryAsync("select 1 from pg_index where not indisvalid")).Length == 0)
                await Task.Delay(20, Token);

            Assert.Empty((await ReviewAsync(database)).Findings);
        }
        await build;
    }

    private static Task<ReviewReport> ReviewAsync(TestDatabase database) =>
        new Reviewer([.. AllReviewRules.List.Where(rule => rule.Id == "invalid-index")]).ReviewAsync(database.Source, Token);
}
