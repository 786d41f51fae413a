namespace Be.EndToEnd.Tests;

/// <summary>Programs from npm, which check what others have defined: compose files, and Kubernetes' manifests.</summary>
internal sealed class NodePrograms
{
    private static readonly string[] Packages = ["dclint@3.1.0", "kubernetes-types@1.30.0", "typescript@7.0.2", "yaml@2.8.1"];

    private static readonly SemaphoreSlim Installing = new(1);

    private readonly Shell shell;

    private NodePrograms(Shell shell) => this.shell = shell;

    private static string Artifacts => Path.Combine(Repository.Root, "artifacts", "npm");

    /// <summary>Installs them into <c>artifacts/npm</c>, unless they are there already.</summary>
    public static async Task<NodePrograms> InstalledAsync(Shell shell) =>
        new(shell.In(await InstalledAsync(shell, "deployment-files-1", Packages)));

    /// <summary>Installs packages into a folder of their own, unless it is there already.</summary>
    /// <returns>The folder.</returns>
    public static async Task<string> InstalledAsync(Shell shell, string name, params string[] packages)
    {
        var folder = Path.Combine(Artifacts, name);
        await Installing.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!Directory.Exists(folder))
            {
                var making = folder + ".making";
                Directory.CreateDirectory(making);
                await shell.RunAsync("npm", ["install", "--prefix", making, "--no-audit", "--no-fund", "--legacy-peer-deps", .. packages]);
                Directory.Move(making, folder);
            }
        }
        finally
        {
            Installing.Release();
        }

        return folder;
    }

    /// <summary>Fails unless a compose file is as its rules want it.</summary>
    public async Task LintAsync(string file, params string[] arguments) =>
        await shell.RunAsync(Program("dclint"), [file, "--max-warnings", "0", .. arguments]);

    /// <summary>Holds manifests to the types of Kubernetes' API.</summary>
    /// <returns>How that went, and the manifests as JSON.</returns>
    public async Task<(Outcome Types, string Json)> CheckAsync(string manifests)
    {
        var program = Path.Combine(shell.Folder, $"{Guid.NewGuid():n}.ts");
        var script = Path.Combine(Repository.Root, "tests", "Be.EndToEnd.Tests", "DeploymentFiles", "manifests.cjs");
        try
        {
            var json = await shell
                .With("NODE_PATH", Path.Combine(shell.Folder, "node_modules"))
                .RunAsync("node", script, manifests, program);
            return (await shell.TryAsync(Program("tsc"), "--noEmit", "--strict", "--ignoreConfig", program), json);
        }
        finally
        {
            File.Delete(program);
        }
    }

    private string Program(string name) => Path.Combine(shell.Folder, "node_modules", ".bin", name);
}
