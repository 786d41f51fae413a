using System.Text.Json;

namespace Be.Cli.Tests;

/// <summary>A PostgreSQL that <c>be db start</c> starts for the solution, on this machine's own programs or Docker.</summary>
public sealed class RunningTheDatabase(GeneratedSolution generated) : IAsyncLifetime
{
    private readonly TemporaryFolder solution = generated.Copy();
    private readonly TemporaryFolder home = new();

    public async ValueTask InitializeAsync()
    {
        (await Be.RunAsync(solution.Path, "scaffold", "api", "--entity", "Order", "--fields", "number:string(32):unique")).Exits(0);
        (await DbAsync("start")).Exits(0);
    }

    public async ValueTask DisposeAsync()
    {
        (await DbAsync("stop")).Exits(0);
        LocalServer.DeleteDataOf(solution);
        solution.Dispose();
        home.Dispose();
    }

    [Fact]
    public async Task MigratesUpAndDownAndShowsWhereItStands()
    {
        var files = Directory
            .EnumerateFiles(solution.File("migrations"), "*.sql")
            .Select(f => Path.GetFileName(f)!)
            .Order(StringComparer.Ordinal)
            .ToList();

        var migrated = (await DbAsync("migrate")).Exits(0);
        Assert.All(files, file => Assert.Matches($@"(?m)^applied {file} \d+ ms$", migrated.Out));
        Assert.Contains("nothing to apply", (await DbAsync("migrate")).Exits(0).Out, StringComparison.Ordinal);
        await ShowsAsync([.. files.Select(f => $"[X] {f}"), "", $"Applied: {files.Count}", "Pending: 0"]);

        Assert.StartsWith($"rolled back {files[^1]} ", (await DbAsync("rollback")).Exits(0).Out, StringComparison.Ordinal);
        await ShowsAsync([.. files[..^1].Select(f => $"[X] {f}"), $"[ ] {files[^1]}", "", $"Applied: {files.Count - 1}", "Pending: 1"]);

        (await DbAsync("rollback", "--steps", "9")).Exits(0);
        Assert.Contains("nothing to take back", (await DbAsync("rollback")).Exits(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusesAMigrationThatWasEditedUntilItIsAccepted()
    {
        (await DbAsync("migrate")).Exits(0);
        var file = Directory.EnumerateFiles(solution.File("migrations"), "*_create_orders.sql").Single();
        File.AppendAllText(file, "-- corrected\n");

        var refused = (await DbAsync("migrate")).Exits(1);
        Assert.Contains($"{Path.GetFileName(file)} was edited after it ran", refused.Error, StringComparison.Ordinal);
        Assert.Equal(2, refused.Error.TrimEnd().Split('\n').Length);

        var status = (await DbAsync("status")).Exits(1);
        Assert.Contains($"[X] {Path.GetFileName(file)} (edited)", status.Out, StringComparison.Ordinal);
        Assert.Contains($"note: {Path.GetFileName(file)} was edited after it ran", status.Out, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await DbAsync("status", "--output", "json")).Exits(1).Out);
        var note = Assert.Single(json.RootElement.EnumerateArray().SelectMany(state => state.GetProperty("notes").EnumerateArray()));
        Assert.Equal("edited", note.GetProperty("kind").GetString());

        var accepted = (await DbAsync("migrate", "--accept-edits")).Exits(0);
        Assert.Contains($"accepted the edits of {Path.GetFileName(file)}", accepted.Out, StringComparison.Ordinal);
        (await DbAsync("status")).Exits(0);
    }

    [Fact]
    public async Task FillsItsTablesOnce()
    {
        Assert.Contains("be db migrate", (await DbAsync("seed")).Exits(1).Error, StringComparison.Ordinal);
        (await DbAsync("migrate")).Exits(0);

        Assert.Matches(@"(?m)^filled   shop\.orders 50 rows$", (await DbAsync("seed", "--rows", "50", "--dry-run")).Exits(0).Out);
        Assert.Matches(@"(?m)^filled   shop\.orders 50 rows \d+ ms$", (await DbAsync("seed", "--rows", "50")).Exits(0).Out);
        Assert.Matches(@"(?m)^kept     shop\.orders has rows: --replace gives it others$", (await DbAsync("seed")).Exits(0).Out);
        using var json = JsonDocument.Parse((await DbAsync("seed", "--rows", "60", "--replace", "--output", "json")).Exits(0).Out);
        Assert.Equal("replaced 60", $"{json.RootElement[0].GetProperty("outcome")} {json.RootElement[0].GetProperty("rows")}");

        Assert.Contains("There is no entity Ordr.", (await DbAsync("seed", "--entity", "Ordr")).Exits(2).Error, StringComparison.Ordinal);
        Assert.Contains("--rows takes a whole number", (await DbAsync("seed", "--rows", "0")).Exits(2).Error, StringComparison.Ordinal);
        var elsewhere = (await DbAsync("seed", "--connection", "postgres://app:s3cret@db.example.com/shop")).Exits(1);
        Assert.Contains("postgres://app@db.example.com:5432/shop is not on this machine", elsewhere.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StopsAtAMigrationThatFailsAndNamesIt()
    {
        File.WriteAllText(
            solution.File("migrations", "29991231000000_broken.sql"),
            "-- migrate:up\nselect 1;\nselect nonsense;\n-- migrate:down\n"
        );

        var outcome = (await DbAsync("migrate")).Exits(1);

        Assert.Contains("29991231000000_broken.sql:3", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(2, outcome.Error.TrimEnd().Split('\n').Length);
        Assert.Contains("[ ] 29991231000000_broken.sql", (await DbAsync("status")).Exits(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LintsWhatItDoesNotHaveYetByTheSizeOfItsTables()
    {
        (await DbAsync("migrate")).Exits(0);
        using var json = JsonDocument.Parse((await DbAsync("start", "--output", "json")).Exits(0).Out);
        var connection = json.RootElement.GetProperty("connectionString").GetString()!;
        Task<Outcome> LintAsync() => Be.RunAsync(solution.Path, "migration", "lint", "--against", connection);
        Assert.Equal("no findings in 0 files\n", (await LintAsync()).Exits(0).Out);

        const string Up =
            "set local lock_timeout = '2s';\nset local statement_timeout = '60s';\ncreate index by_time on shop.orders (created_at);";
        const string Down = "drop index shop.by_time;";
        File.WriteAllText(solution.File("migrations", "29991231000000_index.sql"), $"-- migrate:up\n{Up}\n-- migrate:down\n{Down}\n");
        var graded = (await LintAsync()).Exits(0).Out;
        Assert.StartsWith("advice[index-not-concurrent]: Writes to shop.orders wait until", graded, StringComparison.Ordinal);
        Assert.Contains("(shop.orders has 0 MB.)", graded, StringComparison.Ordinal);

        File.Move(solution.File("migrations", "29991231000000_index.sql"), solution.File("migrations", "20000101000000_index.sql"));
        var old = (await LintAsync()).Exits(1).Out;
        Assert.Contains("error[older-than-newest]: Version 20000101000000 does not come after", old, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TellsScriptsHowToConnect()
    {
        using var json = JsonDocument.Parse((await DbAsync("start", "--output", "json")).Exits(0).Out);
        var connection = json.RootElement.GetProperty("connectionString").GetString()!;

        (await Be.RunAsync(solution.Path, "db", "status", "--connection", connection)).Exits(0);
        using var states = JsonDocument.Parse((await DbAsync("status", "--output", "json")).Exits(0).Out);
        Assert.False(states.RootElement[0].GetProperty("applied").GetBoolean());
    }

    [Fact]
    public async Task IsLeftAloneWhenTheEnvironmentNamesAnother()
    {
        const string Other = "postgres://app:s3cret@127.0.0.1:1/shop";

        var outcome = (await Be.RunAsync(Be.Program, solution.Path, ["db", "start"], ("DATABASE_URL", Other))).Exits(0);

        Assert.Contains("127.0.0.1:1/shop", outcome.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", outcome.Out, StringComparison.Ordinal);
    }

    private async Task ShowsAsync(string[] lines) => Assert.Equal(lines, (await DbAsync("status")).Exits(0).Out.TrimEnd().Split('\n'));

    /// <summary>The connection string goes to the user secrets, which are not the tester's own here.</summary>
    private Task<Outcome> DbAsync(params string[] arguments) =>
        Be.RunAsync(Be.Program, solution.Path, ["db", .. arguments], ("HOME", home.Path));
}
