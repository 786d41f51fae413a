using System.Text.Json;
using System.Text.RegularExpressions;

namespace Be.Cli.Tests;

/// <summary><c>be db review</c> of a database with known flaws, which <c>be db start</c> runs.</summary>
public sealed partial class ReviewingADatabase(GeneratedSolution generated) : IAsyncLifetime
{
    private const string Flaws = """
        -- migrate:up
        create schema flawed;
        create table flawed.customers (id integer generated always as identity primary key);
        create table flawed.orders (id bigint primary key, customer_id integer not null references flawed.customers (id) on delete restrict);
        select setval('flawed.customers_id_seq', 2100000000);
        create sequence flawed.tickets as integer;
        select setval('flawed.tickets', 1900000000);

        -- migrate:down
        drop schema flawed cascade;

        """;

    private readonly TemporaryFolder solution = generated.Copy();
    private readonly TemporaryFolder home = new();
    private string connection = null!;

    private string Password => PasswordKey().Match(connection).Value;

    public async ValueTask InitializeAsync()
    {
        using var json = JsonDocument.Parse((await DbAsync("start", "--output", "json")).Exits(0).Out);
        connection = json.RootElement.GetProperty("connectionString").GetString()!;
        File.WriteAllText(solution.File("migrations", "20990101000000_flaws.sql"), Flaws);
        (await DbAsync("migrate")).Exits(0);
    }

    public async ValueTask DisposeAsync()
    {
        (await DbAsync("stop")).Exits(0);
        LocalServer.DeleteDataOf(solution);
        solution.Dispose();
        home.Dispose();
    }

    [Fact]
    public async Task SaysWhatToMendTheMostUrgentFirst()
    {
        var outcome = await ReviewAsync();

        outcome.Exits(1);
        Assert.Equal("", outcome.Error);
        Assert.Matches(@"^postgres://postgres@127\.0\.0\.1:\d+/shop, PostgreSQL \d+", outcome.Out);
        Assert.Matches(@"(?m)^score +\d+$", outcome.Out);
        Assert.Matches(@"(?m)^  maintenance +\d+  1 now, 1 soon$", outcome.Out);
        Assert.Contains(
            "\n1. now flawed.customers_id_seq: A sequence has used most of its numbers. [sequence-near-end]\n",
            outcome.Out,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "   is at 2100000000 of 2147483647 (97 %); it feeds flawed.customers.id, integer\n",
            outcome.Out,
            StringComparison.Ordinal
        );
        Assert.Contains("alter sequence flawed.tickets as bigint;", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("foreign-key-without-index", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("   slow-queries: needs the extension pg_stat_statements", outcome.Out, StringComparison.Ordinal);
        Assert.Matches(@"\n\d+ findings: 1 now, \d+ soon, \d+ advice; \d+ with a migration, which --write-fixes writes\n$", outcome.Out);
        Assert.DoesNotContain(Password, outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaysItToPrograms()
    {
        var json = (await ReviewAsync("--output", "json")).Exits(1);
        var sarif = (await ReviewAsync("--output", "sarif")).Exits(1);
        var markdown = (await ReviewAsync("--output", "markdown")).Exits(1);

        using var review = JsonDocument.Parse(json.Out);
        var first = review.RootElement.GetProperty("findings")[0];
        Assert.Equal("sequence-near-end", first.GetProperty("rule").GetString());
        Assert.Equal("now", first.GetProperty("urgency").GetString());
        Assert.InRange(review.RootElement.GetProperty("scores").GetProperty("maintenance").GetInt32(), 0, 60);

        using var log = JsonDocument.Parse(sarif.Out);
        var run = log.RootElement.GetProperty("runs")[0];
        var result = run.GetProperty("results")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        Assert.Equal("error", result.GetProperty("level").GetString());
        Assert.Equal("sequence-near-end", rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());

        Assert.StartsWith("# Review of `postgres://postgres@127.0.0.1:", markdown.Out, StringComparison.Ordinal);
        Assert.Contains(
            "### 1. `flawed.customers_id_seq`: A sequence has used most of its numbers.",
            markdown.Out,
            StringComparison.Ordinal
        );
        Assert.All(
            [json, sarif, markdown],
            outcome => Assert.DoesNotContain(Password, outcome.Out + outcome.Error, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task LooksOnlyForWhatItIsAsked()
    {
        var rule = (await ReviewAsync("--only", "foreign-key-without-index")).Exits(1);
        var none = (await ReviewAsync("--only", "money-column", "--only", "char-column")).Exits(0);
        var area = (await ReviewAsync("--only", "maintenance", "--output", "json")).Exits(1);

        Assert.Contains("flawed.orders", rule.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("sequence-near-end", rule.Out, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?m)^score", rule.Out);
        Assert.EndsWith("\n0 findings: 0 now, 0 soon, 0 advice\n", none.Out, StringComparison.Ordinal);
        using var findings = JsonDocument.Parse(area.Out);
        Assert.All(
            findings.RootElement.GetProperty("findings").EnumerateArray(),
            finding => Assert.Equal("maintenance", finding.GetProperty("area").GetString())
        );
        (await ReviewAsync("--only", "maintenence")).Refuses(
            2,
            "There is no rule or area maintenence.",
            "Did you mean maintenance? See: be db review --rules"
        );
    }

    [Fact]
    public async Task WritesMigrationsThatMend()
    {
        string[] chosen = ["--only", "foreign-key-without-index", "--only", "sequence-near-end"];

        var dry = (await ReviewAsync([.. chosen, "--write-fixes", "--dry-run"])).Exits(1);
        Assert.Matches(@"(?m)^create    migrations/\d+_index_orders_customer_id_idx\.sql$", dry.Out);
        Assert.Single(Directory.GetFiles(solution.File("migrations"), "2099*.sql"));

        var written = (await ReviewAsync([.. chosen, "--write-fixes"])).Exits(1);
        Assert.Matches(@"(?m)^create    migrations/20990101000001_widen_tickets\.sql$", written.Out);
        using var again = JsonDocument.Parse((await ReviewAsync([.. chosen, "--write-fixes", "--output", "json"])).Exits(1).Out);
        Assert.Empty(again.RootElement.GetProperty("changes").EnumerateArray());

        (await DbAsync("migrate")).Exits(0);
        using var left = JsonDocument.Parse((await ReviewAsync([.. chosen, "--output", "json"])).Exits(1).Out);
        var subject = Assert.Single(left.RootElement.GetProperty("findings").EnumerateArray()).GetProperty("subject").GetString();
        Assert.Equal("flawed.customers_id_seq", subject);
        (await DbAsync("rollback", "--steps", "2")).Exits(0);
    }

    [Fact]
    public async Task WorksOutsideOfASolutionAndKeepsThePassword()
    {
        var outside = (await Be.RunAsync(home.Path, "db", "review", connection, "--only", "sequence-near-end")).Exits(1);
        Assert.Contains("flawed.tickets", outside.Out, StringComparison.Ordinal);

        var wrong = await Be.RunAsync(home.Path, "db", "review", PasswordKey().Replace(connection, "hunter2"));
        Assert.StartsWith("error: The server does not let postgres in: ", wrong.Exits(1).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", wrong.Out + wrong.Error, StringComparison.Ordinal);

        (await Be.RunAsync(home.Path, "db", "review", "--write-fixes", connection)).Exits(1);
    }

    private Task<Outcome> ReviewAsync(params string[] arguments) => DbAsync(["review", .. arguments]);

    /// <summary>The connection string goes to the user secrets, which are not the tester's own here.</summary>
    private Task<Outcome> DbAsync(params string[] arguments) =>
        Be.RunAsync(Be.Program, solution.Path, ["db", .. arguments], ("HOME", home.Path));

    [GeneratedRegex("(?<=Password=)[^;]+")]
    private static partial Regex PasswordKey();
}
