using System.Diagnostics;
using Be.Postgres.Review;

namespace Be.Postgres.Tests.Review;

public sealed class ReviewingAThousandTables(TestServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>How long it takes is said, not asserted: that depends on the machine. Two seconds are many.</summary>
    [Fact]
    public async Task LooksAtAllOfThem()
    {
        await using var database = await server.NewDatabaseAsync();
        await using var command = database.Source.CreateCommand(
            """
            do $$
            begin
                set synchronous_commit = off;
                for number in 1..1000 loop
                    execute format(
                        'create table table_%s (
                            id bigint generated always as identity primary key,
                            parent_id bigint references table_%s (id),
                            name text not null,
                            details json,
                            placed_at timestamp,
                            created_at timestamptz not null default now(),
                            check (char_length(name) < 100)
                        )',
                        number, greatest(number - 1, 1)
                    );
                    execute format('create index on table_%s (name)', number);
                    execute format('create index on table_%s (name, created_at)', number);
                    execute format('insert into table_%s (name, placed_at) select gen_random_uuid(), now() from generate_series(1, 20)', number);
                    -- As many locks as a transaction may hold are not enough for all.
                    if number % 50 = 0 then
                        commit;
                    end if;
                end loop;
            end
            $$
            """
        );
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(Token);
        await database.ExecuteAsync("analyze");

        var watch = Stopwatch.StartNew();
        var report = await new Reviewer(AllReviewRules.List).ReviewAsync(database.Source, Token);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{AllReviewRules.List.Count} rules over 1,000 tables took {watch.ElapsedMilliseconds:N0} ms."
        );
        Assert.Equal(1000, Count(report, "foreign-key-without-index"));
        Assert.Equal(1000, Count(report, "json-column"));
        Assert.Equal(1000, Count(report, "overlapping-index"));
        Assert.Equal(1000, Count(report, "timestamp-without-zone"));
        Assert.Equal(1000, Count(report, "uuid-in-text"));
    }

    private static int Count(ReviewReport report, string rule) => report.Findings.Count(finding => finding.Rule.Id == rule);
}
