using Be.Postgres.Tests;

namespace Be.EndToEnd.Tests;

/// <summary>The up parts of all migrations that be writes, as somebody else's linter sees them.</summary>
public sealed class LintingMigrationsWithSquawk(Machine machine) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("be-squawk-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FindsNothing(bool inTransaction)
    {
        var files = OurMigrations.All.Where(migration => IsInTransaction(migration.Text) == inTransaction).Select(Write).ToList();
        Assert.NotEmpty(files);

        (await (await Squawk.InstalledAsync(machine.Shell)).LintAsync(inTransaction, files)).Succeeded();
    }

    [Theory]
    [InlineData("alter table orders rename column total to sum;", "renaming-column")]
    [InlineData("alter table orders add constraint positive check (total > 0);", "constraint-missing-not-valid")]
    [InlineData("create index orders_total_idx on orders (total);", "require-concurrent-index-creation")]
    public async Task FindsWhatIsWrong(string sql, string rule)
    {
        var outcome = await (await Squawk.InstalledAsync(machine.Shell)).LintAsync(inTransaction: true, Write(("wrong.sql", sql)));

        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains(rule, outcome.Output, StringComparison.Ordinal);
    }

    private static bool IsInTransaction(string text) => !text.Contains("-- migrate:up transaction:false", StringComparison.Ordinal);

    private string Write((string Name, string Text) migration)
    {
        var path = Path.Combine(folder.FullName, migration.Name);
        File.WriteAllText(path, migration.Text.Split("-- migrate:down")[0]);
        return path;
    }
}
