namespace Be.EndToEnd.Tests;

/// <summary>The linter of OpenAPI documents, with OWASP's rules on the security of APIs.</summary>
internal sealed class Spectral
{
    private static readonly string[] Packages = ["@stoplight/spectral-cli@6.16.3", "@stoplight/spectral-owasp-ruleset@2.0.1"];

    private static string Rulesets => Path.Combine(Repository.Root, "tests", "Be.EndToEnd.Tests", "OpenApi");

    private readonly Shell shell;

    private Spectral(Shell shell) => this.shell = shell;

    /// <summary>Installs it into <c>artifacts/npm</c>, unless it is there already.</summary>
    public static async Task<Spectral> InstalledAsync(Shell shell) =>
        new(shell.In(await NodePrograms.InstalledAsync(shell, "spectral-1", Packages)));

    /// <summary>Fails unless all documents in a folder are as the rules want them.</summary>
    public async Task LintAsync(string folder, bool hasAccounts)
    {
        // It looks for packages above the ruleset, and applies its overrides to documents beside or below.
        var here = Directory.CreateDirectory(Path.Combine(shell.Folder, $"{Guid.NewGuid():n}")).FullName;
        try
        {
            foreach (var rules in Directory.GetFiles(Rulesets, "*.yaml"))
                File.Copy(rules, Path.Combine(here, Path.GetFileName(rules)));
            string[] documents =
            [
                .. Directory.GetFiles(folder, "*.json").Select(document => Path.Combine(here, Path.GetFileName(document))),
            ];
            foreach (var document in documents)
                File.Copy(Path.Combine(folder, Path.GetFileName(document)), document);

            var ruleset = Path.Combine(here, hasAccounts ? "spectral.yaml" : "without-accounts.yaml");
            await shell.RunAsync(
                Path.Combine(shell.Folder, "node_modules", ".bin", "spectral"),
                ["lint", "--ruleset", ruleset, "--fail-severity", "warn", .. documents]
            );
        }
        finally
        {
            Directory.Delete(here, recursive: true);
        }
    }
}
