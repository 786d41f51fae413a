namespace Be.EndToEnd.Tests;

/// <summary>The linter of OpenAPI documents, with OWASP's rules on the security of APIs.</summary>
internal sealed class Spectral
{
    private static readonly string[] Packages = ["@stoplight/spectral-cli@6.16.3", "@stoplight/spectral-owasp-ruleset@2.0.1"];

    private readonly Shell shell;

    private Spectral(Shell shell) => this.shell = shell;

    /// <summary>Installs it into <c>artifacts/npm</c>, unless it is there already.</summary>
    public static async Task<Spectral> InstalledAsync(Shell shell) =>
        new(shell.In(await NodePrograms.InstalledAsync(shell, "spectral-1", Packages)));

    /// <summary>Fails unless all documents in a folder are as the rules want them.</summary>
    public async Task LintAsync(string folder)
    {
        // It looks for other rulesets beside the one that names them.
        var rules = Path.Combine(shell.Folder, $"{Guid.NewGuid():n}.yaml");
        File.Copy(Path.Combine(Repository.Root, "tests", "Be.EndToEnd.Tests", "OpenApi", "spectral.yaml"), rules);
        try
        {
            await shell.RunAsync(
                Path.Combine(shell.Folder, "node_modules", ".bin", "spectral"),
                ["lint", "--ruleset", rules, "--fail-severity", "warn", .. Directory.GetFiles(folder, "*.json")]
            );
        }
        finally
        {
            File.Delete(rules);
        }
    }
}
