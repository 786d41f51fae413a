using Be.Postgres.Review.Rules;
using Npgsql;

namespace Be.Postgres.Tests.Review;

[Collection(ReviewedServers.Name)]
[TestsRules(
    "blocked-query",
    "cache-hit-rate",
    "checkpoints",
    "connections-near-limit",
    "dead-rows",
    "idle-in-transaction",
    "long-transaction",
    "never-analysed",
    "never-vacuumed",
    "replication-slot-behind",
    "sequential-scans",
    "slow-queries",
    "wal-size",
    "work-mem",
    "wraparound"
)]
public sealed class ReviewingActivity(CarelessServer careless, CarefulServer careful)
{
    [Fact]
    public async Task FindsASessionThatIdlesInATransaction()
    {
        await using var idle = await careless.OpenAsync();
        await ReviewedServer.ExecuteAsync(idle, "begin; select 'a secret'");

        var found = Assert.Single(await careless.FindAsync(new IdleInTransaction(seconds: 0)));

        Assert.StartsWith($"session {idle.ProcessID}: idle for 00:00:", found, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", found, StringComparison.Ordinal);
        Assert.Empty(await careless.FindAsync(new IdleInTransaction()));
        Assert.Empty(await careless.FindAsync(new LongTransaction(seconds: 0)));
    }

    [Fact]
    public async Task FindsASessionThatWaitsAndTheOneThatBlocksIt()
    {
        await careless.ExecuteAsync("create table locked (id int)");
        await using var blocking = await careless.OpenAsync();
        await using var waiting = await careless.OpenAsync();
        await ReviewedServer.ExecuteAsync(blocking, "begin; lock table locked");
        var wait = ReviewedServer.ExecuteAsync(waiting, "select 'a secret' from locked");

        var found = await careless.AwaitAsync(new BlockedQuery(seconds: 0), $"session {waiting.ProcessID}");
        var open = await careless.FindAsync(new LongTransaction(seconds: 0));
        await ReviewedServer.ExecuteAsync(blocking, "rollback");
        await wait;

        Assert.EndsWith($"for AccessShareLock of public.locked; blocked by {blocking.ProcessID}", found, StringComparison.Ordinal);
        Assert.Contains(open, line => line.StartsWith($"session {waiting.ProcessID}: open for 00:00:", StringComparison.Ordinal));
        Assert.DoesNotContain(open, line => line.Contains("secret", StringComparison.Ordinal));
        Assert.Empty(await careless.FindAsync(new BlockedQuery(seconds: 0)));
        await careless.ExecuteAsync("drop table locked");
    }

    [Fact]
    public async Task FindsThatConnectionsRunOut()
    {
        Assert.Empty(await careless.FindAsync(new ConnectionsNearLimit()));
        var open = new List<NpgsqlConnection>();
        for (var i = 0; i < 17; i++)
            open.Add(await careless.OpenAsync());

        var found = await careless.FindAsync(new ConnectionsNearLimit());
        foreach (var connection in open)
            await connection.DisposeAsync();

        // PostgreSQL's own workers count, too.
        Assert.Matches("^max_connections: (18|19|20) of 20 are in use, 3 of those for superusers alone$", Assert.Single(found));
    }

    [Fact]
    public async Task FindsASlotThatNobodyReads()
    {
        await careless.ExecuteAsync("select pg_create_physical_replication_slot('gone', true)");

        var found = await careless.FindAsync(new ReplicationSlotBehind());
        await careless.ExecuteAsync("select pg_drop_replication_slot('gone')");

        Assert.StartsWith("gone: physical, nobody reads it; it keeps ", Assert.Single(found), StringComparison.Ordinal);
        Assert.Empty(await careless.FindAsync(new ReplicationSlotBehind()));
    }

    [Fact]
    public async Task FindsSlowQueriesWithoutTheirValues()
    {
        await careless.ExecuteAsync([
            "create extension pg_stat_statements",
            "select pg_stat_statements_reset()",
            .. Enumerable.Repeat("select 'a secret', pg_sleep(0.11)", 3),
            .. Enumerable.Repeat("do $$ begin perform 'a secret', pg_sleep(0.11); end $$", 3),
        ]);

        var found = await careless.FindAsync(new SlowQueries());
        var logging = await careless.FindAsync(new Logging());
        await careless.ExecuteAsync("drop extension pg_stat_statements");

        var slow = Assert.Single(found, line => line.Contains("pg_sleep", StringComparison.Ordinal));
        Assert.Matches(@"^query -?\d+: \d+\.\d ms on average, 3 calls, \d+ % of all time: select \$1, pg_sleep\(\$2\)$", slow);
        Assert.Empty(logging);
    }

    [Fact]
    public async Task FindsCheckpointsThatAreForced()
    {
        Assert.Empty(await careful.FindAsync(new Checkpoints()));
        Assert.Empty(await careful.FindAsync(new WalSize()));

        await careless.ExecuteAsync([.. Enumerable.Repeat("checkpoint", 12)]);

        Assert.Matches(@"^checkpoints: \d+ of \d+ were forced since ", await careless.AwaitAsync(new Checkpoints(), "checkpoints"));
        Assert.Matches("^max_wal_size: is 1GB; ", await careless.AwaitAsync(new WalSize(), "max_wal_size"));
    }

    [Theory]
    [InlineData(14, "pg_stat_bgwriter")]
    [InlineData(16, "pg_stat_bgwriter")]
    [InlineData(17, "pg_stat_checkpointer")]
    [InlineData(18, "pg_stat_checkpointer")]
    public void CountsCheckpointsWhereTheVersionDoes(int version, string view)
    {
        Assert.Contains(view, new Checkpoints().SqlFor(version), StringComparison.Ordinal);
        Assert.Contains(view, new WalSize().SqlFor(version), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindsTablesThatAutovacuumLeavesAlone()
    {
        await careless.ExecuteAsync(
            "create table untended (id int, note text)",
            Fill("untended"),
            "delete from untended where id % 2 = 0",
            "create table parts (id int, note text) partition by range (id)",
            "create table parts_1 partition of parts for values from (0) to (1000000)",
            Fill("parts"),
            "create table tended (id int, note text)",
            Fill("tended"),
            "delete from tended where id % 2 = 0"
        );

        var dead = await careless.AwaitAsync(new DeadRows(), "public.untended");
        await careless.AwaitAsync(new DeadRows(), "public.tended");
        await careless.ExecuteAsync("vacuum analyze tended");
        var vacuum = await careless.AwaitAsync(new NeverVacuumed(), "public.untended");
        await careless.AwaitAsync(new NeverAnalysed(), "public.parts");
        var analyse = await careless.FindAsync(new NeverAnalysed());
        var all = string.Join(
            '\n',
            [.. await careless.FindAsync(new NeverVacuumed()), .. await careless.FindAsync(new DeadRows()), .. analyse]
        );
        await careless.ExecuteAsync("drop table untended, parts, tended");

        Assert.StartsWith("public.untended: about 20000 rows, 10000 of them dead", vacuum, StringComparison.Ordinal);
        Assert.StartsWith("public.untended: 10000 of 20000 rows (50 %) are dead; last vacuum never", dead, StringComparison.Ordinal);
        Assert.Contains("public.untended: about 10000 rows", analyse);
        Assert.Contains("public.parts: about 20000 rows in its partitions; autovacuum leaves the parent out", analyse);
        Assert.DoesNotContain("public.tended", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindsLargeTablesThatAreReadFromEndToEnd()
    {
        await careless.ExecuteAsync(
            "create table scanned (id int, note text)",
            Fill("scanned"),
            "create table found (id int primary key, note text)",
            Fill("found"),
            "do $$ begin for i in 1..60 loop perform count(*) from scanned where id = i; perform count(*) from found where id = i; end loop; end $$"
        );

        var found = await careless.AwaitAsync(new SequentialScans(), "public.scanned");
        var all = await careless.FindAsync(new SequentialScans());
        await careless.ExecuteAsync("drop table scanned, found");

        Assert.Contains("60 scans read 1200000 rows, indexes 0; the table has about 20000 rows", found, StringComparison.Ordinal);
        Assert.Single(all);
    }

    [Fact]
    public async Task FindsWhatDoesNotFitIntoMemory()
    {
        await careless.ExecuteAsync(
            "create table wide (id int, note text)",
            "insert into wide select i, repeat('x', 200) from generate_series(1, 150000) i",
            "set work_mem = '1MB'",
            "do $$ begin for i in 1..30 loop perform count(*) from wide; end loop; end $$",
            "do $$ begin for i in 1..12 loop perform count(*) from (select * from wide order by note, id desc offset 0) as sorted; end loop; end $$"
        );

        Assert.StartsWith("postgres: ", await careless.AwaitAsync(new CacheHitRate(), "postgres"), StringComparison.Ordinal);
        Assert.Matches(@"^work_mem: is 4MB; \d+ temporary files with \d+ MB", await careless.AwaitAsync(new WorkMem(), "work_mem"));
        await careless.ExecuteAsync("drop table wide");
        Assert.Empty(await careful.FindAsync(new CacheHitRate()));
        Assert.Empty(await careful.FindAsync(new WorkMem()));
    }

    [Fact]
    public async Task FindsThatTransactionIdsRunOut()
    {
        // What is open keeps vacuum from freezing; PostgreSQL sends it, off or not.
        await using var open = await careless.OpenAsync();
        await ReviewedServer.ExecuteAsync(open, "begin; create table old (id int)");
        await careless.ExecuteAsync(
            "create temporary table written (id int)",
            """
            do $$
            begin
                for i in 1..160000 loop
                    begin
                        insert into written values (i);
                    exception when others then
                        null;
                    end;
                end loop;
            end $$
            """
        );

        var found = await careless.FindAsync(new Wraparound());
        await ReviewedServer.ExecuteAsync(open, "rollback");

        Assert.Contains(found, line => line.StartsWith("database postgres: its oldest row is 1", StringComparison.Ordinal));
        Assert.Empty(await careful.FindAsync(new Wraparound()));
    }

    /// <summary>More rows than rules take for nothing.</summary>
    private static string Fill(string table) => $"insert into {table} select i, repeat('x', 100) from generate_series(1, 20000) i";
}
