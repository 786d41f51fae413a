using Be.Postgres.Review;
using Npgsql;

namespace Be.Postgres.Tests.Review;

public sealed class ReviewingWithFewRights(TestServer server)
{
    private static readonly HashSet<Area> OfTheCatalogue = [Area.Integrity, Area.Indexes, Area.Schema, Area.Security];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FindsInTheCatalogueWhatASuperuserFindsAndSaysWhatItCouldNotSee()
    {
        await using var database = await server.NewDatabaseAsync();
        await database.ExecuteAsync(
            """
            create schema sales;
            create table sales.customers (id bigint primary key, reference text);
            create table sales.orders (id int, customer_id int references sales.customers (id), total float8, details json);
            create index orders_total on sales.orders (total);
            create index orders_total_too on sales.orders (total);
            alter table sales.orders add constraint orders_total_check check (total >= 0) not valid;
            create function sales.count_orders() returns bigint language sql security definer as 'select count(*) from sales.orders';
            """
        );
        await using var role = await LimitedRole.CreateAsync(database, Token);

        var all = await new Reviewer(AllReviewRules.List).ReviewAsync(database.Source, Token);
        var limited = await new Reviewer(AllReviewRules.List).ReviewAsync(role.Source, Token);

        Assert.NotEmpty(Found(all, limited));
        Assert.Equal(Found(all, limited), Found(limited, limited));
        var hidden = Assert.Single(limited.Unseen, unseen => unseen.Rule == "uuid-in-text");
        Assert.Equal("pg_stats hides 2 of 2 tables: grant pg_read_all_data to this role", hidden.Why);
        Assert.DoesNotContain(all.Unseen, unseen => unseen.Rule == "uuid-in-text");
    }

    [Fact]
    public async Task ARefusalOfOneRuleTakesNothingFromTheOthers()
    {
        await using var database = await server.NewDatabaseAsync();
        await database.ExecuteAsync("create table orders (id bigint)");
        await using var role = await LimitedRole.CreateAsync(database, Token);
        var last = AllReviewRules.List.Single(rule => rule.Id == "table-without-primary-key");

        var report = await new Reviewer([new QueryRule("select rolpassword from pg_authid"), last]).ReviewAsync(role.Source, Token);

        Assert.Equal("public.orders", Assert.Single(report.Findings).Subject);
        var refused = Assert.Single(report.Unseen);
        Assert.Equal("query-rule", refused.Rule);
        Assert.Contains("permission denied for table pg_authid", refused.Why, StringComparison.Ordinal);
        Assert.Contains("grant pg_monitor", refused.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaysWhichVersionOrExtensionARuleNeeds()
    {
        await using var database = await server.NewDatabaseAsync();

        var report = await new Reviewer([
            new QueryRule("select 1", since: 99),
            new QueryRule("select 1", extension: "no_such_extension"),
        ]).ReviewAsync(database.Source, Token);

        Assert.Empty(report.Findings);
        Assert.Equal(
            ["needs PostgreSQL 99", "needs the extension no_such_extension: create extension no_such_extension"],
            report.Unseen.Select(unseen => unseen.Why)
        );
    }

    /// <summary>The findings of the rules that the role sees all of.</summary>
    private static List<string> Found(ReviewReport report, ReviewReport limited) =>
        [
            .. report
                .Findings.Where(finding =>
                    OfTheCatalogue.Contains(finding.Rule.Area) && !limited.Unseen.Any(unseen => unseen.Rule == finding.Rule.Id)
                )
                .Select(finding => $"{finding.Rule.Id} {finding.Subject}: {finding.Detail}"),
        ];

    /// <summary>A role that may connect, and nothing else.</summary>
    private sealed class LimitedRole : IAsyncDisposable
    {
        private readonly TestDatabase database;
        private readonly string name;

        private LimitedRole(TestDatabase database, NpgsqlConnectionStringBuilder connection)
        {
            this.database = database;
            name = connection.Username!;
            Source = NpgsqlDataSource.Create(connection);
        }

        public NpgsqlDataSource Source { get; }

        public static async Task<LimitedRole> CreateAsync(TestDatabase database, CancellationToken cancellation)
        {
            var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString);
            connection.Username = $"{connection.Database}_reader";
            connection.Password = "reader";
            await using var command = database.Source.CreateCommand($"create role {connection.Username} login password 'reader'");
            await command.ExecuteNonQueryAsync(cancellation);
            return new LimitedRole(database, connection);
        }

        public async ValueTask DisposeAsync()
        {
            await Source.DisposeAsync();
            await database.ExecuteAsync($"drop role {name}");
        }
    }
}
