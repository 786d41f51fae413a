using Be.Postgres.Lint;
using Be.Postgres.Sql;

namespace Be.Postgres.Tests.Lint;

public sealed class CheckingAgainstADatabase(TestServer server)
{
    private const string Index = "create index orders_number_idx on sales.orders (number);";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TakesASmallTableLightly()
    {
        var finding = await IndexFindingAsync(rows: 10);

        Assert.Equal(Severity.Advice, finding.Severity);
        Assert.EndsWith("(sales.orders has 0 MB.)", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TakesAnyOtherAsTheRuleDoes()
    {
        var finding = await IndexFindingAsync(rows: 12_000);

        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Matches(@"\(sales\.orders has 1[0-9](\.[0-9])? MB\.\)$", finding.Message);
    }

    [Fact]
    public async Task KnowsWhatItsTablesAreMadeOf()
    {
        await using var database = await server.NewDatabaseAsync();
        await database.ExecuteAsync(
            """
            create schema sales;
            create table sales.customers (id bigint primary key);
            create table sales.orders (
                id bigint primary key, customer_id bigint, number varchar(10), during tstzrange, placed_at timestamp(3),
                constraint a check (number is not null), exclude using gist (during with &&)
            );
            create index on sales.orders (customer_id);
            create unique index b on sales.orders (number) include (id) where number <> '';
            """
        );

        var found = await FoundAsync(
            database,
            """
            alter table sales.orders add constraint f foreign key (customer_id) references sales.customers (id) on delete restrict not valid;
            alter table sales.orders alter column number set not null;
            alter table sales.orders alter column number type text;
            alter table sales.orders alter column placed_at type timestamp(6);
            alter table sales.customers alter column id set not null;
            """
        );

        string[] rules = ["reference-without-index", "set-not-null-scans", "type-change-rewrites"];
        Assert.Empty(found.Select(finding => finding.Rule).Intersect(rules));
    }

    [Theory]
    [InlineData("CHECK ((total > (0)::numeric)) NO INHERIT NOT VALID", typeof(AlterTable))]
    [InlineData("FOREIGN KEY (a, \"B\") REFERENCES other(a, b) MATCH FULL ON DELETE SET NULL (\"B\") DEFERRABLE", typeof(AlterTable))]
    [InlineData("EXCLUDE USING gist (room WITH =, during WITH &&) WHERE ((room > 0))", typeof(AlterTable))]
    [InlineData("UNIQUE NULLS NOT DISTINCT (a) INCLUDE (b)", typeof(AlterTable))]
    [InlineData("ASSERTION of a version to come", typeof(UnknownStatement))]
    public void TakesAConstraintAsTheServerWritesIt(string definition, Type read)
    {
        Assert.IsType(read, LiveDatabase.ConstraintOf(new ObjectName("sales", "Orders"), "my check", definition));
    }

    [Theory]
    [InlineData("numeric(18,2)", "numeric(18, 2)")]
    [InlineData("timestamp(3) without time zone[]", "timestamp(3)[]")]
    [InlineData("\"Sales\".\"Kind\"", "\"Sales\".\"Kind\"")]
    [InlineData("interval day to second(3)", "interval(3)")]
    [InlineData("text of a version to come", null)]
    [InlineData("", null)]
    public void TakesATypeAsTheServerWritesIt(string written, string? read)
    {
        Assert.Equal(read, TypeParser.ReadAll(written)?.ToString());
    }

    private async Task<Finding> IndexFindingAsync(int rows)
    {
        await using var database = await server.NewDatabaseAsync();
        await database.ExecuteAsync(
            $"""
            create schema sales;
            create table sales.orders (id bigint primary key, number text, note char(900));
            insert into sales.orders select i, i, 'x' from generate_series(1, {rows}) i;
            """
        );
        return Assert.Single(await FoundAsync(database, Index), finding => finding.Rule == "index-not-concurrent");
    }

    private static async Task<IReadOnlyList<Finding>> FoundAsync(TestDatabase database, string sql)
    {
        database.Write("20260101000000_a.sql", sql);
        var path = Path.Combine(database.Folder, "20260101000000_a.sql");
        return new Linter(AllRules.List, new LintOptions(), await LiveDatabase.ReadAsync(database.Source, Token)).Check(
            [path],
            new HashSet<string> { path }
        );
    }
}
