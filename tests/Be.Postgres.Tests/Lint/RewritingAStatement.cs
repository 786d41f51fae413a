using Be.Postgres.Lint;

namespace Be.Postgres.Tests.Lint;

public sealed class RewritingAStatement
{
    private const string Given = "create table sales.orders (id bigint primary key, number text, total numeric);";

    [Theory]
    [InlineData(
        "index-not-concurrent",
        "create unique index i\n  on sales.orders (number)",
        "create unique index concurrently i\n  on sales.orders (number)"
    )]
    [InlineData(
        "index-not-concurrent",
        "create /* index */ INDEX on sales.orders (id)",
        "create /* index */ INDEX concurrently on sales.orders (id)"
    )]
    [InlineData("drop-index-not-concurrent", "drop index if exists sales.i", "drop index concurrently if exists sales.i")]
    [InlineData("reindex-not-concurrent", "reindex (verbose) index sales.i", "reindex (verbose) index concurrently sales.i")]
    [InlineData("refresh-not-concurrent", "refresh materialized view sales.v", "refresh materialized view concurrently sales.v")]
    [InlineData(
        "check-validates",
        "alter table sales.orders add check (total in (1, 2)), -- why\n  add note text",
        "alter table sales.orders add check (total in (1, 2)) not valid, -- why\n  add note text"
    )]
    [InlineData(
        "check-validates",
        "alter table sales.orders add note numeric(1, 0), add check (total > 0) /* why */ no inherit",
        "alter table sales.orders add note numeric(1, 0), add check (total > 0) /* why */ no inherit not valid"
    )]
    [InlineData(
        "foreign-key-validates",
        "alter table sales.orders add foreign key (number, id) references sales.b (c, d) on delete cascade",
        "alter table sales.orders add foreign key (number, id) references sales.b (c, d) on delete cascade not valid"
    )]
    [InlineData(
        "partition-made-in-place",
        "create table p partition of sales.orders for values in ('a')",
        """
            create table p (like sales.orders including defaults including generated including constraints including indexes);
            alter table sales.orders attach partition p for values in ('a');
            """
    )]
    [InlineData(
        "unique-builds-index",
        "alter table sales.orders add unique (number, \"Group\")",
        """
            -- migrate:up transaction:false
            create unique index concurrently if not exists "orders_number_Group_key" on sales.orders (number, "Group");

            -- in the next file:
            alter table sales.orders add constraint "orders_number_Group_key" unique using index "orders_number_Group_key";
            """
    )]
    [InlineData("unique-builds-index", "alter table sales.orders add unique nulls not distinct (number)", null)]
    [InlineData(
        "primary-key-builds-index",
        "alter table sales.orders add constraint k primary key (number)",
        """
            -- migrate:up transaction:false
            create unique index concurrently if not exists k on sales.orders (number);

            -- in the next file:
            alter table sales.orders add constraint k primary key using index k;
            """
    )]
    [InlineData(
        "set-not-null-scans",
        "alter table sales.orders alter number set not null",
        """
            alter table sales.orders add constraint orders_number_not_null check (number is not null) not valid;

            -- in the next file:
            alter table sales.orders validate constraint orders_number_not_null;

            -- in the third:
            alter table sales.orders alter column number set not null;
            alter table sales.orders drop constraint orders_number_not_null;
            """
    )]
    [InlineData("set-not-null-scans", "alter table sales.orders alter number set not null, add note text", null)]
    [InlineData(
        "no-timeout",
        "alter table sales.orders add note text",
        "set local lock_timeout = '2s';\nset local statement_timeout = '60s';\n\nalter table sales.orders add note text"
    )]
    public void WritesItAsItShouldBe(string rule, string sql, string? rewrite)
    {
        var found = new LintCase(rule, IsBad: true, "", Given, $"-- migrate:up\n{sql};", []).Findings();

        Assert.Equal(rewrite, Assert.Single(found, finding => finding.Rule == rule).Rewrite);
    }
}
