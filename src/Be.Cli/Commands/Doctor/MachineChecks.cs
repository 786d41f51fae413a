using Be.Cli.Templates;

namespace Be.Cli.Commands;

/// <summary>What the machine has to offer.</summary>
internal static class MachineChecks
{
    private const int NeededSdk = 10;
    private static readonly TimeSpan ProgramsAnswerWithin = TimeSpan.FromSeconds(10);

    public static async Task<Finding> SdkAsync(CancellationToken cancellation)
    {
        const string Check = ".NET SDK";
        if (await FirstLineAsync("dotnet", ["--version"], cancellation) is not { } version)
            return Finding.Fail(Check, "not found", "install it: https://dot.net/download");
        return int.TryParse(version.Split('.')[0], out var major) && major >= NeededSdk
            ? Finding.Ok(Check, version)
            : Finding.Fail(Check, $"{version}; the solutions need {NeededSdk}.0 or later", "install it: https://dot.net/download");
    }

    public static async Task<Finding> GitAsync(CancellationToken cancellation) =>
        await FirstLineAsync("git", ["--version"], cancellation) is { } version
            ? Finding.Ok("git", version.Replace("git version ", "", StringComparison.Ordinal))
            : Finding.Fail("git", "not found; be merges with it", "install it: https://git-scm.com/downloads");

    public static async Task<Finding> DockerAsync(CancellationToken cancellation)
    {
        const string Check = "Docker";
        if (await FirstLineAsync("docker", ["version", "--format", "{{.Server.Version}}"], cancellation) is { } version)
            return Finding.Ok(Check, version);
        return await FirstLineAsync("docker", ["--version"], cancellation) is null
            ? Finding.Warn(Check, "not found; only the compose file needs it", "install it: https://docs.docker.com/get-docker/")
            : Finding.Warn(
                Check,
                "its server does not answer; only the compose file needs it",
                "start Docker: systemctl start docker, or Docker Desktop"
            );
    }

    public static Finding TemplatePackage()
    {
        const string Check = "template pack";
        if (TemplatePack.Bundled is not { } package)
            return Finding.Fail(Check, "this build of be carries none", "dotnet tool update --global Be.Cli");
        var name = Path.GetFileNameWithoutExtension(package);
        return Finding.Ok(Check, TemplatePack.IsInstalled ? name : $"{name}, installed by the first be new");
    }

    /// <returns>What it prints first; null when there is no such program, it fails or it hangs.</returns>
    private static async Task<string?> FirstLineAsync(string program, string[] arguments, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(ProgramsAnswerWithin);
        try
        {
            return await ChildProcess.RunAsync(program, arguments, patience.Token) is (0, var output, var error)
                ? (error + output).Split('\n')[0].Trim()
                : null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
