namespace Be.EndToEnd.Tests;

/// <summary>Another linter of migrations for PostgreSQL, with rules of its own.</summary>
internal sealed class Squawk
{
    private readonly Shell shell;

    private Squawk(Shell shell) => this.shell = shell;

    private static string Settings => Path.Combine(Repository.Root, "tests", "Be.EndToEnd.Tests", "Migrations");

    /// <summary>Installs it into <c>artifacts/npm</c>, unless it is there already.</summary>
    public static async Task<Squawk> InstalledAsync(Shell shell) =>
        new(shell.In(await NodePrograms.InstalledAsync(shell, "squawk-1", "squawk-cli@2.66.0")));

    /// <summary>Checks files of SQL.</summary>
    public Task<Outcome> LintAsync(bool inTransaction, params IEnumerable<string> files) =>
        shell.TryAsync(
            Path.Combine(shell.Folder, "node_modules", ".bin", "squawk"),
            [
                "--config",
                Path.Combine(Settings, inTransaction ? "squawk.toml" : "squawk-without-transaction.toml"),
                "--reporter",
                "gcc",
                .. files,
            ]
        );
}
