using System.Text.Json;
using Be.Cli.Commands;
using Be.Snapshots;

namespace Be.Cli.Tests;

public sealed class LintingMigrations(GeneratedSolution generated) : IDisposable
{
    private const string Before = """
        -- migrate:up
        set local lock_timeout = '2s';
        set local statement_timeout = '60s';

        create table sales.orders (
            id bigint generated always as identity,
            number text not null,
            notes text,
            constraint orders_pkey primary key (id)
        );

        -- migrate:down
        set local lock_timeout = '2s';
        set local statement_timeout = '60s';

        -- The rows are lost.
        drop table sales.orders;

        """;

    private const string Bad = """
        -- migrate:up
        set local lock_timeout = '2s';
        set local statement_timeout = '60s';

        alter table sales.orders
            add column payload json,
            drop column notes;

        -- 100 % of orders have a number, and it is short: at most ten letters
        create index "Number" on sales.orders (number);
        alter table sales.orders drop column if exists remarks;

        -- migrate:down
        set local lock_timeout = '2s';
        set local statement_timeout = '60s';

        alter table sales.orders add column notes text;

        """;

    private const string File1 = "20260101000000_create_orders.sql";
    private const string File2 = "20260102000000_change_orders.sql";

    private readonly TemporaryFolder folder = WithMigrations();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task FindsNoMoreThanAdviceInWhatBeWrites()
    {
        using var solution = generated.Copy();
        (await RunAsync(solution, "scaffold", "api", "-e", "Customer", "-f", "name:string(100) email:email:unique")).Exits(0);
        const string Order = "number:string(32):unique total:decimal(18,2) placedAt:timestamp?:index customer:ref(Customer)";
        (await RunAsync(solution, "scaffold", "api", "-e", "Order", "-f", Order, "--trait", "audited", "--trait", "softDelete")).Exits(0);
        (await RunAsync(solution, "scaffold", "api", "-e", "Order", "-f", "status:enum(draft,placed)=draft code:string(9)?:unique")).Exits(
            0
        );
        (await RunAsync(solution, "scaffold", "event", "OrderPlaced", "-f", "number:string(32)")).Exits(0);
        (await RunAsync(solution, "scaffold", "job", "CloseOrders", "--cron", "0 3 * * *")).Exits(0);

        var outcome = (await RunAsync(solution, "migration", "lint")).Exits(0);

        Assert.Matches(@"(?m)^\d+ advice in \d\d files$", outcome.Out);
    }

    [Fact]
    public async Task ShowsTheStatementWhyAndWhatToWriteInstead()
    {
        var outcome = await RunAsync(folder, "migration", "lint", File1, File2);

        outcome.Exits(1);
        Assert.Equal("", outcome.Error);
        TreeSnapshot.VerifyText(outcome.Out);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("github")]
    public async Task PrintsForPrograms(string output)
    {
        var outcome = (await RunAsync(folder, "migration", "lint", "--output", output, File2)).Exits(1);

        TreeSnapshot.VerifyText(outcome.Out, variant: output);
    }

    [Fact]
    public async Task PrintsForCodeScanning()
    {
        var outcome = (await RunAsync(folder, "migration", "lint", "--output", "sarif", File2)).Exits(1);

        using var sarif = JsonDocument.Parse(outcome.Out);
        Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
        var run = sarif.RootElement.GetProperty("runs").EnumerateArray().Single();
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(RuleText.All.Select(rule => rule.Id), rules.Select(rule => rule.GetProperty("id").GetString()));
        Assert.All(rules, rule => Assert.NotEmpty(rule.GetProperty("help").GetProperty("text").GetString()!));
        var results = run.GetProperty("results");
        Assert.All(
            results.EnumerateArray(),
            result =>
                Assert.Equal(
                    result.GetProperty("ruleId").GetString(),
                    rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()
                )
        );
        TreeSnapshot.VerifyText(results.GetRawText() + "\n", [new(@"""ruleIndex"": \d+", @"""ruleIndex"": N")]);
    }

    [Fact]
    public async Task LetsAdvicePass()
    {
        Write(
            "20260103000000_create_notes.sql",
            "create table sales.notes (id bigint primary key, text varchar(10));",
            "drop table sales.notes;"
        );

        var outcome = (await RunAsync(folder, "migration", "lint", "20260103000000_create_notes.sql")).Exits(0);

        Assert.StartsWith("advice[varchar-limit]: ", outcome.Out, StringComparison.Ordinal);
        Assert.EndsWith("\n1 advice in 1 file\n", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CorrectsWhatLeavesNothingToDecide()
    {
        const string Up = """
            create table sales.events (id bigint primary key, payload json, "At" timestamp(3), headers json[] not null);
            create table sales.other (id bigint primary key, payload json);
            """;
        const string Name = "20260103000000_create_events.sql";
        Write(Name, Up, "drop table sales.other;\ndrop table sales.events;");

        var outcome = (await RunAsync(folder, "migration", "lint", "--fix", Name)).Exits(0);

        var text = File.ReadAllText(folder.File(Name));
        Assert.Contains("""payload jsonb, "At" timestamptz(3), headers jsonb[] not null);""", text, StringComparison.Ordinal);
        Assert.Contains("create table sales.other (id bigint primary key, payload jsonb);", text, StringComparison.Ordinal);
        Assert.StartsWith($"update    {Name}\n\nadvice[quoted-identifier]: ", outcome.Out, StringComparison.Ordinal);
        Assert.Equal([File1, File2, Name], folder.Files().Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task CorrectsNothingWhereThereIsNothing()
    {
        var before = folder.Files();

        (await RunAsync(folder, "migration", "lint", "--fix", File1)).Exits(0);

        Assert.Equal(before, folder.Files());
    }

    [Fact]
    public async Task ReadsPlainStatementsWithoutAWayBack()
    {
        File.WriteAllText(folder.File("deploy.sql"), "begin;\ndrop table sales.orders;\n");

        var outcome = (await RunAsync(folder, "migration", "lint", "deploy.sql")).Exits(1);

        Assert.Contains("error[uncommitted-transaction]: ", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("error[drop-table]: All rows of sales.orders are lost", outcome.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("down-missing", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReportsWhatNoRunnerCouldRead()
    {
        File.WriteAllText(folder.File("20260103000000_broken.sql"), "-- migrate:up\nselect 'no end;\n");

        var outcome = (await RunAsync(folder, "migration", "lint", "20260103000000_broken.sql")).Exits(1);

        Assert.StartsWith("error[not-readable]: ", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("--> 20260103000000_broken.sql:2\n", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExplainsARule() =>
        TreeSnapshot.VerifyText((await RunAsync(folder, "migration", "lint", "--explain", "drop-column")).Exits(0).Out);

    [Fact]
    public async Task ListsTheRules()
    {
        var outcome = (await RunAsync(folder, "migration", "lint", "--rules")).Exits(0);

        Assert.All(RuleText.All, rule => Assert.Matches($"(?m)^{rule.Id} +{RuleText.WordOf(rule.Severity)} +", outcome.Out));
    }

    [Fact]
    public void TheReadmeListsTheRules()
    {
        var readme = File.ReadAllText(Repository.File("README.md"));
        var rows = RuleText.All.Select(rule => $"| `{rule.Id}` | {RuleText.WordOf(rule.Severity)} | {rule.Title} |");

        Assert.Contains(string.Join('\n', rows) + "\n\n", readme, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChecksWhatABranchDoesNotHave()
    {
        await CommitAsync();
        Assert.Equal(
            "no findings in 0 files\n",
            (await RunAsync(folder, "migration", "lint", File1, File2, "--branch", "main")).Exits(0).Out
        );

        Write("20260101120000_old.sql", "create table sales.old (id bigint primary key);", "drop table sales.old;");
        Write("20260103000000_new.sql", "create table sales.new (id bigint primary key);", "drop table sales.new;");
        string[] arguments = ["migration", "lint", File1, File2, "20260101120000_old.sql", "20260103000000_new.sql", "--branch", "main"];
        var outcome = (await RunAsync(folder, arguments)).Exits(1).Out;

        Assert.StartsWith(
            "error[older-than-newest]: Version 20260101120000 does not come after 20260102000000, which main has already.\n",
            outcome,
            StringComparison.Ordinal
        );
        Assert.EndsWith("1 error in 2 files\n", outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChecksWhatIsNotAsABranchHasIt()
    {
        await CommitAsync();
        File.AppendAllText(folder.File(File2), "-- Changed.\n");

        var outcome = (await RunAsync(folder, "migration", "lint", File1, File2, "--branch", "main")).Exits(1).Out;

        Assert.Contains($"{File2}:5", outcome, StringComparison.Ordinal);
        Assert.DoesNotContain("older-than-newest", outcome, StringComparison.Ordinal);
        Assert.EndsWith("in 1 file\n", outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusesABranchThatIsNotThere()
    {
        (await RunAsync(folder, "migration", "lint", File1, "--branch", "main")).Refuses(
            1,
            $"{folder.Path} is in no repository of git.",
            "Leave out --branch, or run it in a clone."
        );
        await CommitAsync();
        (await RunAsync(folder, "migration", "lint", File1, "--branch=--all")).Refuses(
            2,
            "There is no branch --all here.",
            "git fetch origin main, then --branch origin/main"
        );
    }

    [Theory]
    [InlineData("nowhere.sql", 2, "There is no file nowhere.sql.", "Name files that are there: be migration lint migrations/*.sql")]
    [InlineData("--explain drop-colum", 2, "There is no rule drop-colum.", "Did you mean drop-column? See: be migration lint --rules")]
    [InlineData("--explain nonsense", 2, "There is no rule nonsense.", "See: be migration lint --rules")]
    [InlineData(
        "",
        1,
        "There is no be.json here or above, and no file is named.",
        "be migration lint migrations/*.sql, or change into a solution"
    )]
    public async Task RefusesWhatItCannotFind(string arguments, int exitCode, string problem, string remedy) =>
        (await RunAsync(folder, ["migration", "lint", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)])).Refuses(
            exitCode,
            problem,
            remedy
        );

    [Fact]
    public async Task RefusesAFolder()
    {
        Directory.CreateDirectory(folder.File("migrations"));

        (await RunAsync(folder, "migration", "lint", "migrations")).Refuses(
            2,
            "migrations is a folder.",
            "Name its files: be migration lint migrations/*.sql"
        );
    }

    [Theory]
    [InlineData("postgres://app:s3cret@127.0.0.1:1/shop", 1, "No PostgreSQL answers at 127.0.0.1:1")]
    [InlineData("s3cret", 2, "--against: ")]
    public async Task KeepsThePasswordToItself(string connection, int exitCode, string named)
    {
        var outcome = (await RunAsync(folder, "migration", "lint", File1, "--against", connection)).Exits(exitCode);

        Assert.Contains(named, outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", outcome.Out + outcome.Error, StringComparison.Ordinal);
    }

    /// <summary>What is in the folder, as the branch main.</summary>
    private async Task CommitAsync()
    {
        string[] author = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgSign=false"];
        (await Be.RunAsync("git", folder.Path, ["init", "--quiet", "--initial-branch=main"])).Exits(0);
        (await Be.RunAsync("git", folder.Path, ["add", "."])).Exits(0);
        (await Be.RunAsync("git", folder.Path, [.. author, "commit", "--quiet", "--message", "Migrations"])).Exits(0);
    }

    private static Task<Outcome> RunAsync(TemporaryFolder folder, params string[] arguments) => Be.RunAsync(folder.Path, arguments);

    private static TemporaryFolder WithMigrations()
    {
        var folder = new TemporaryFolder();
        File.WriteAllText(folder.File(File1), Before);
        File.WriteAllText(folder.File(File2), Bad);
        return folder;
    }

    private void Write(string name, string up, string down)
    {
        const string Timeouts = "set local lock_timeout = '2s';\nset local statement_timeout = '60s';\n";
        File.WriteAllText(folder.File(name), $"-- migrate:up\n{Timeouts}{up}\n-- migrate:down\n{Timeouts}{down}\n");
    }
}
