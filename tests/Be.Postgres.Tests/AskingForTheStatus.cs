namespace Be.Postgres.Tests;

public sealed class AskingForTheStatus(TestServer server)
{
    [Fact]
    public async Task ChangesNothingInAnEmptyDatabase()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "select 1;");

        Assert.Equal(["- 1_a.sql"], await database.StatusAsync());
        Assert.Empty(await database.QueryAsync("select 1 from pg_tables where tablename = 'schema_migrations'"));
    }

    [Fact]
    public async Task ShowsWhatIsAppliedPendingAndWithoutFile()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("20260101000000_a.sql", "select 1;");
        database.Write("20260102000000_gone.sql", "select 1;");
        database.Write("20260104000000_d.sql", "select 1;");
        await database.MigrateAsync();
        database.Delete("20260102000000_gone.sql");
        database.Write("20260103000000_c.sql", "select 1;");

        Assert.Equal(
            ["x 20260101000000_a.sql", "x (20260102000000)", "- 20260103000000_c.sql", "x 20260104000000_d.sql"],
            await database.StatusAsync()
        );
    }

    [Fact]
    public async Task DoesNotWaitForARunnerAtWork()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "select 1;");
        database.Write("2_b.sql", "select pg_sleep(30);");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var firstIsApplied = new TaskCompletionSource();
        var run = database.Runner.MigrateAsync(_ => firstIsApplied.SetResult(), stop.Token);
        await firstIsApplied.Task;

        Assert.Equal(["x 1_a.sql", "- 2_b.sql"], await database.StatusAsync());

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }
}
